import { Form } from '@remix-run/react'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import type { Step as LegalStep } from '#app/domain/vendors/next-step.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { Once } from '../form/once.tsx'
import { Ladder } from '../page/ladder.tsx'
import { Step } from '../page/step.tsx'
import { SubmitButton } from '../submit-button.tsx'
import { nearDate } from './near-date.ts'

type VendorMay = { send: boolean; draft: boolean; suspend: boolean; resume: boolean; withdraw: boolean }
type NextStepProps = { step: LegalStep; vendorId: string; today: string; may: VendorMay }

/** What the law wants next of this vendor, by when, what clears it, and the way to do it. */
export function NextStep({ step, vendorId, today, may }: NextStepProps) {
  const t = useT()
  const drafts = step.kind === 'draft_agreement' && may.draft && step.subject !== undefined
  const main = verbOf(step, vendorId, may, t)
  const plain = (['withdraw', 'suspend', 'resume'] as const).filter((verb) => may[verb] && main?.to !== paths.vendorTab(vendorId, verb))
  return (
    <Step
      title={t(`vendors.step.${step.kind}.title`)}
      clause={step.clause}
      actions={
        (main || drafts || plain.length > 0) && (
          <>
            {drafts && step.subject && (
              <Form method="post" action={paths.startAgreement(step.subject.id)}>
                <Once />
                <SubmitButton action={paths.startAgreement(step.subject.id)}>{t('vendors.step.verb.draft')}</SubmitButton>
              </Form>
            )}
            {main && (
              <ButtonLink kind="main" to={main.to}>
                {main.label}
              </ButtonLink>
            )}
            {plain.map((verb) => (
              <ButtonLink key={verb} kind="plain" to={paths.vendorTab(vendorId, verb)}>
                {t(`vendors.${verb}.verb`)}
              </ButtonLink>
            ))}
          </>
        )
      }
    >
      {step.dueOn && step.rungs.length === 0 && (
        <p className="strong">{t('vendors.step.dueOn', { date: date(step.dueOn, t.locale, 'full'), distance: distance(daysBetween(today, step.dueOn), t) })}</p>
      )}
      <p>{t(`vendors.step.${step.kind}.body`)}</p>
      {step.rungs.length > 0 && <Ladder rungs={step.rungs.map((rung) => ({ id: rung.id, state: rung.state, when: whenOf(rung, today, t), what: t(`vendors.step.rung.${rung.id}`, { count: rung.days }), tone: 'danger' }))} />}
    </Step>
  )
}

function whenOf({ on, state }: LegalStep['rungs'][number], today: string, t: Translate): string {
  if (state === 'now') return t('common.distance.today')
  return nearDate(on, today, t.locale)
}

/** Where the step is done. A step without a record of its own leads to the page that makes one. */
function verbOf({ kind, subject }: LegalStep, vendorId: string, may: VendorMay, t: Translate): { to: string; label: string } | undefined {
  if (kind === 'lift_suspension') return may.resume ? { to: paths.vendorTab(vendorId, 'resume'), label: t('vendors.step.verb.resume') } : undefined
  if (kind === 'send_questionnaire' || kind === 'reassess_overdue') return may.send ? { to: paths.newAssessment(subject?.id), label: t('vendors.step.verb.send') } : undefined
  if (!subject || kind === 'draft_agreement') return undefined
  return { to: ADDRESS[subject.type](subject.id), label: t(`vendors.step.verb.${subject.type}`, { ref: subject.ref }) }
}

const ADDRESS = {
  case: paths.violation,
  audit: paths.audit,
  finding: paths.finding,
  engagement: paths.engagement,
  assessment: paths.assessment,
  agreement: paths.agreement,
} as const

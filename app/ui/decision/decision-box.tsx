import { Form } from '@remix-run/react'
import type { ConfirmBlock } from '#app/domain/decisions/decision-view.ts'
import type { GateId } from '#app/domain/scoring/gates.ts'
import { paths } from '#app/http/paths.ts'
import { date, dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { formField } from '../form/form-field.ts'
import { Once } from '../form/once.tsx'
import { TextArea } from '../form/text-area.tsx'
import { Facts } from '../page/facts.tsx'
import { Section } from '../page/section.tsx'
import { Step } from '../page/step.tsx'
import { SubmitButton } from '../submit-button.tsx'

type Outcome = 'approve' | 'conditional' | 'reject'
type Decided = { outcome: Outcome; reason: string | null; revision: number; lapsesOn: string | null; proposedBy: string; proposedAt: Date; confirmedBy: string | null; confirmedAt: Date | null }
type BoxProps = {
  assessmentId: string
  decision?: Decided
  names: Record<string, string>
  failed: GateId[]
  /** What the model decides as things stand. */
  outcome: Outcome
  mayPropose: boolean
  confirmBlock?: ConfirmBlock
  isOpen: boolean
  zone: string
}

/** Propose, then confirm by a second person, then what was decided by whom. */
export function DecisionBox(props: BoxProps) {
  const { decision, isOpen, confirmBlock, mayPropose } = props
  if (decision?.confirmedAt) return <DecidedFacts {...props} decision={decision} />
  if (!isOpen) return null
  return (
    <>
      {decision && <Confirm {...props} decision={decision} />}
      {mayPropose && (!decision || confirmBlock === 'changed_since_proposal') && <Propose {...props} />}
    </>
  )
}

function DecidedFacts({ decision, names, zone }: BoxProps & { decision: Decided }) {
  const t = useT()
  return (
    <Section title={t('review.decision.decided')}>
      <Facts facts={[{ term: t('review.decision.outcome'), value: <b>{t(`scoring.decision.${decision.outcome}`)}</b> }, ...factsOf(decision, names, zone, t)]} />
    </Section>
  )
}

function factsOf({ proposedBy, proposedAt, confirmedBy, confirmedAt, reason, lapsesOn }: Decided, names: Record<string, string>, zone: string, t: ReturnType<typeof useT>) {
  return [
    { term: t('review.decision.proposedBy'), value: t('review.decision.byAt', { name: names[proposedBy] ?? '', at: dateTime(proposedAt, t.locale, zone, 'year') }) },
    ...(confirmedBy && confirmedAt ? [{ term: t('review.decision.confirmedBy'), value: t('review.decision.byAt', { name: names[confirmedBy] ?? '', at: dateTime(confirmedAt, t.locale, zone, 'year') }) }] : []),
    ...(reason ? [{ term: t('review.decision.reason'), value: reason }] : []),
    ...(lapsesOn ? [{ term: t('review.decision.lapsesOn'), value: t('review.decision.lapses', { date: date(lapsesOn, t.locale, 'year') }) }] : []),
  ]
}

function Confirm({ assessmentId, decision, names, failed, confirmBlock, zone }: BoxProps & { decision: Decided }) {
  const t = useT()
  const action = paths.reviewVerb(assessmentId, 'confirm')
  return (
    <Step title={t('review.decision.confirmTitle', { outcome: t(`scoring.decision.${decision.outcome}`) })}>
      <Facts facts={factsOf(decision, names, zone, t)} />
      <Form method="post" action={action} className="form">
        <Once />
        <input type="hidden" name="revision" value={decision.revision} />
        <div className="btn-row">
          <SubmitButton action={action} disabledReason={confirmBlock && t(confirmBlock === 'not_allowed' ? 'errors.not_allowed' : `review.${confirmBlock}`, { gates: failed.join(', ') })}>
            {t('review.decision.confirm')}
          </SubmitButton>
        </div>
      </Form>
    </Step>
  )
}

function Propose({ assessmentId, failed, outcome, decision }: BoxProps) {
  const t = useT()
  const action = paths.reviewVerb(assessmentId, 'propose')
  const blocked = failed.length > 0 ? t('review.gates_fail', { gates: failed.join(t.locale === 'en' ? ', ' : '、') }) : undefined
  return (
    <Step title={t(decision ? 'review.decision.proposeAgain' : 'review.decision.proposeTitle', { outcome: t(`scoring.decision.${outcome}`) })}>
      <p>{t('review.decision.proposeBody')}</p>
      <Form method="post" action={action} className="form">
        <Once />
        <TextArea field={formField('reason', { label: t('review.decision.reason'), maxLength: 2000 })} hint={t('review.decision.reasonHint')} rows={3} optional />
        <div className="btn-row">
          <SubmitButton action={action} disabledReason={blocked}>
            {t('review.decision.propose')}
          </SubmitButton>
        </div>
      </Form>
    </Step>
  )
}

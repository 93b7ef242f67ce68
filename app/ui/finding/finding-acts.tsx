import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FindingActs as Acts } from '#app/domain/findings/finding-acts.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { ConfirmDetails } from '../form/confirm-details.tsx'
import { DateField } from '../form/date-field.tsx'
import { formField } from '../form/form-field.ts'
import { Once } from '../form/once.tsx'
import { TextArea } from '../form/text-area.tsx'
import { Section } from '../page/section.tsx'
import { SubmitButton } from '../submit-button.tsx'

type ActsProps = { finding: { id: string; revision: number; plan: string | null; dueOn: string }; acts: Acts }

/** What can be done with a finding now; what cannot says why. */
export function FindingActs({ finding, acts }: ActsProps) {
  const t = useT()
  const { plan, fixed, verify, verifyBlock, extend, extendBlock, latest } = acts
  if (!plan && !fixed && !verify && !extend) return null
  const { id, revision } = finding
  return (
    <Section title={t('findings.next')}>
      {verify && (
        <Act action={paths.findingVerb(id, 'verify')} revision={revision}>
          <TextArea field={formField('note', { label: t('findings.verify.note'), id: 'verify-note', maxLength: 2000 })} hint={t('findings.verify.hint')} rows={2} optional />
          <div className="btn-row">
            <SubmitButton action={paths.findingVerb(id, 'verify')} disabledReason={verifyBlock && t(`findings.${verifyBlock}`)}>
              {t('findings.verify.act')}
            </SubmitButton>
          </div>
        </Act>
      )}
      <div className="btn-row acts">
        {fixed && (
          <ConfirmDetails verb={t('findings.fixed.act')} kind="main" title={t('findings.fixed.title')} body={t('findings.fixed.body')} action={paths.findingVerb(id, 'fixed')}>
            <Revision revision={revision} />
            <TextArea field={formField('proof', { label: t('findings.fixed.label'), required: true, minLength: 10, maxLength: 4000 })} hint={t('findings.fixed.hint')} />
          </ConfirmDetails>
        )}
        {plan && (
          <ConfirmDetails verb={t('findings.plan.act')} title={t('findings.plan.heading')} action={paths.findingVerb(id, 'plan')}>
            <Revision revision={revision} />
            <TextArea field={formField('plan', { label: t('findings.plan.label'), required: true, minLength: 10, maxLength: 4000, defaultValue: finding.plan ?? undefined })} hint={t('findings.plan.hint')} />
          </ConfirmDetails>
        )}
        {verify && (
          <ConfirmDetails verb={t('findings.reject.act')} title={t('findings.reject.title')} body={t('findings.reject.body')} action={paths.findingVerb(id, 'reject')}>
            <Revision revision={revision} />
            <TextArea field={formField('reason', { label: t('ui.form.reason'), id: 'reject-reason', required: true, minLength: 10, maxLength: 2000 })} rows={3} />
          </ConfirmDetails>
        )}
        {extend &&
          (extendBlock ? (
            <Button disabledReason={t(`findings.blocked.${extendBlock}`, { latest: date(latest, t.locale, 'year') })}>{t('findings.extend.act')}</Button>
          ) : (
            <ConfirmDetails verb={t('findings.extend.act')} title={t('findings.extend.title')} body={t('findings.extend.body', { latest: date(latest, t.locale, 'year') })} action={paths.findingVerb(id, 'extend')}>
              <Revision revision={revision} />
              <DateField field={formField('dueOn', { label: t('findings.extend.label'), required: true, min: finding.dueOn, max: latest, defaultValue: latest })} />
              <TextArea field={formField('reason', { label: t('ui.form.reason'), id: 'extend-reason', required: true, minLength: 10, maxLength: 2000 })} rows={3} />
            </ConfirmDetails>
          ))}
      </div>
    </Section>
  )
}

function Act({ action, revision, children }: { action: string; revision: number; children: ReactNode }) {
  return (
    <Form method="post" action={action} className="form">
      <Once />
      <Revision revision={revision} />
      {children}
    </Form>
  )
}

const Revision = ({ revision }: { revision: number }) => <input type="hidden" name="revision" value={revision} />

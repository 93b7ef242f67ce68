import { useActionData, useLoaderData } from '@remix-run/react'
import { dismissCase } from '#app/domain/violations/dismiss-case.server.ts'
import { DismissInput } from '#app/domain/violations/input.ts'
import { isHighOrCritical } from '#app/domain/violations/severity.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const violationCase = await openCaseForm(ctx, params.caseId, { permission: 'violation.triage', action: 'dismiss' })
  const { id, ref, revision, severity, dismissProposedBy, dismissReason } = violationCase
  const step = dismissProposedBy === null ? (isHighOrCritical(severity) ? 'first' : 'alone') : dismissProposedBy === ctx.actor.userId ? 'own' : 'second'
  return { title: translator(ctx.locale)('cases.act.dismiss'), id, ref, revision, reason: dismissReason, step } as const
})

export const action = authed(async ({ ctx, form, params }) => {
  const { outcome, violationCase } = await dismissCase(ctx, params.caseId!, parseForm(form, DismissInput))
  return redirectWith(paths.violation(violationCase.id), { kind: 'done', key: `cases.done.${outcome}` })
})

export const meta = pageMeta

export default function Dismiss() {
  const t = useT()
  const { id, ref, revision, reason, step } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { initial: { reason: reason ?? undefined }, labels: { reason: t('ui.form.reason') } })
  return (
    <CaseForm
      title={t('cases.dismissal.title', { ref })}
      lede={t(`cases.dismissal.lede.${step}`)}
      errors={errors}
      refused={refused}
      revision={revision}
      submit={t(step === 'first' ? 'cases.dismissal.propose' : 'cases.act.dismiss')}
      back={paths.violation(id)}
    >
      <TextArea field={field('reason', { required: true })} hint={t('cases.reasonHint')} rows={5} />
    </CaseForm>
  )
}

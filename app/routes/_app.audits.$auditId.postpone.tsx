import { useActionData, useLoaderData } from '@remix-run/react'
import { PostponeAuditInput } from '#app/domain/audits/input.ts'
import { proposePostponement } from '#app/domain/audits/propose-postponement.server.ts'
import { openAuditForm } from '#app/http/audit-page.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, revision, dueEffective, legalCap } = await openAuditForm(ctx, params.auditId, { permission: 'audit.plan', action: 'postpone' })
  return { title: translator(ctx.locale)('audits.act.postpone'), id, ref, revision, dueEffective, legalCap }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await proposePostponement(ctx, params.auditId!, parseForm(form, PostponeAuditInput))
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.propose' })
})

export const meta = pageMeta

export default function Postpone() {
  const t = useT()
  const { id, ref, revision, dueEffective, legalCap } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { newDueOn: t('audits.postponement.newDue'), reason: t('ui.form.reason') }
  const { field, errors } = useFields(refused, { labels })
  return (
    <CaseForm title={t('audits.postponement.title', { ref })} lede={t('audits.postponement.lede')} errors={errors} refused={refused} revision={revision} submit={t('audits.postponement.propose')} back={paths.audit(id)}>
      <DateField
        field={field('newDueOn', { required: true, min: dueEffective, max: legalCap })}
        hint={t('audits.postponement.range', { due: date(dueEffective, t.locale, 'full'), cap: date(legalCap, t.locale, 'full') })}
      />
      <TextArea field={field('reason', { required: true })} hint={t('cases.reasonHint')} rows={4} />
    </CaseForm>
  )
}

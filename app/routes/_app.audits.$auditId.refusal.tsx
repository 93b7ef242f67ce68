import { useActionData, useLoaderData } from '@remix-run/react'
import { REFUSAL_GROUNDS, RefusalInput } from '#app/domain/audits/input.ts'
import { recordRefusal } from '#app/domain/audits/record-refusal.server.ts'
import { openAuditForm } from '#app/http/audit-page.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, revision } = await openAuditForm(ctx, params.auditId, { permission: 'audit.plan', action: 'record_refusal' })
  return { title: translator(ctx.locale)('audits.act.refusal'), id, ref, revision, grounds: [...REFUSAL_GROUNDS] }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await recordRefusal(ctx, params.auditId!, parseForm(form, RefusalInput))
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.refusal' })
})

export const meta = pageMeta

export default function Refusal() {
  const t = useT()
  const { id, ref, revision, grounds } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = {
    ground: t('audits.refusal.ground'),
    remindedOn: t('audits.refusal.remindedOn'),
    facts: t('audits.refusal.facts'),
  }
  const { field, errors } = useFields(refused, { labels })
  return (
    <CaseForm title={t('audits.refusal.title', { ref })} lede={t('audits.refusal.lede')} errors={errors} refused={refused} revision={revision} submit={t('audits.act.refusal')} isLaw back={paths.audit(id)}>
      <RadioGroup field={field('ground', { required: true })} choices={grounds.map((value) => ({ value, label: t(`audits.refusal.grounds.${value}`) }))} />
      <DateField field={field('remindedOn')} hint={t('audits.refusal.remindedHint')} optional />
      <TextArea field={field('facts', { required: true })} hint={t('audits.refusal.factsHint')} rows={5} />
    </CaseForm>
  )
}

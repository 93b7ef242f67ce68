import { useActionData, useLoaderData } from '@remix-run/react'
import { getAuditFile } from '#app/domain/audits/audit-file.server.ts'
import { VendorCommentInput } from '#app/domain/audits/input.ts'
import { outcomeFails } from '#app/domain/audits/outcomes.ts'
import { recordVendorPlans } from '#app/domain/audits/record-vendor-plans.server.ts'
import { redirect } from '@remix-run/node'
import { openAuditForm } from '#app/http/audit-page.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm, typedValues } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const audit = await openAuditForm(ctx, params.auditId, { permission: 'audit.conduct' })
  if (audit.state !== 'vendor_response') throw redirect(paths.audit(audit.id))
  const { checks } = await getAuditFile(ctx, audit.id)
  const { id, ref, revision, vendorComment } = audit
  return { title: translator(ctx.locale)('audits.act.plans'), id, ref, revision, comment: vendorComment, failures: checks.filter(({ result }) => result && outcomeFails(result.outcome)) }
})

export const action = authed(async ({ ctx, form, params }) => {
  const plans = Object.fromEntries(Object.entries(typedValues(form)).flatMap(([name, value]) => (name.startsWith('plan-') && typeof value === 'string' ? [[name.slice(5), value]] : [])))
  const { id } = await recordVendorPlans(ctx, params.auditId!, { ...parseForm(form, VendorCommentInput), plans })
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.plans' })
})

export const meta = pageMeta

export default function Plans() {
  const t = useT()
  const { id, ref, revision, comment, failures } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const initial = Object.fromEntries(failures.map((check) => [`plan-${check.id}`, check.result?.plan ?? undefined]))
  const plans = failures.map((check) => [`plan-${check.id}`, t('audits.plans.for', { id: check.id, name: inLanguage(check.name, t.locale) })] as const)
  const labels: Record<string, string> = { comment: t('audits.vendorComment'), ...Object.fromEntries(plans) }
  const { field, errors } = useFields(refused, { initial: { ...initial, comment: comment ?? undefined }, labels })
  return (
    <CaseForm title={t('audits.plans.title', { ref })} lede={t('audits.plans.lede', { count: failures.length })} errors={errors} refused={refused} revision={revision} submit={t('common.action.save')} back={paths.audit(id)}>
      <TextArea field={field('comment')} rows={4} optional />
      {failures.map((check) => (
        <TextArea key={check.id} field={field(`plan-${check.id}`)} hint={check.result?.note ?? undefined} rows={3} optional />
      ))}
    </CaseForm>
  )
}

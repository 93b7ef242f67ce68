import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { callAudit } from '#app/domain/audits/call-audit.server.ts'
import { CallAuditInput } from '#app/domain/audits/input.ts'
import { listAuditedAgreements } from '#app/domain/audits/queries.server.ts'
import { SPECIAL_AUDIT_TRIGGERS } from '#app/domain/audits/special-audits.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, request }) => {
  requirePermission(ctx, 'audit.plan')
  const t = translator(ctx.locale)
  const agreements = await listAuditedAgreements(ctx)
  return {
    title: t('audits.call.title'),
    chosen: new URL(request.url).searchParams.get('agreement') ?? undefined,
    agreements: agreements.map(({ id, number, ...vendor }) => ({ value: id, label: t('audits.call.agreementOf', { number, vendor: nameIn(ctx.locale, vendor) }) })),
  }
})

export const action = authed(async ({ ctx, form }) => {
  const { id } = await callAudit(ctx, parseForm(form, CallAuditInput))
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.call' })
})

export const meta = pageMeta

export default function CallAudit() {
  const t = useT()
  const { chosen, agreements } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { agreementId: t('audits.fact.agreement'), trigger: t('audits.fact.trigger') }
  const { field, errors } = useFields(refused, { initial: { agreementId: chosen }, labels })
  return (
    <Page>
      <PageHeader title={t('audits.call.title')} lede={t('audits.call.lede')} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <Select field={field('agreementId', { required: true })} options={agreements} />
        <RadioGroup field={field('trigger', { required: true })} choices={SPECIAL_AUDIT_TRIGGERS.map((value) => ({ value, label: t(`audits.trigger.${value}`) }))} />
        <div className="btn-row">
          <SubmitButton>{t('audits.call.action')}</SubmitButton>
        </div>
      </Form>
    </Page>
  )
}

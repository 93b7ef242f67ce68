import { Form, useActionData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { SuspendSupplyInput } from '#app/domain/vendors/input.ts'
import { suspendSupply } from '#app/domain/vendors/suspend-supply.server.ts'
import { SEVERITIES } from '#app/domain/violations/severity.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Clause } from '#app/ui/risk/clause.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  requirePermission(ctx, 'vendor.suspend')
  return { title: translator(ctx.locale)('vendors.suspend.title') }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await suspendSupply(ctx, params.vendorId!, parseForm(form, SuspendSupplyInput))
  return redirectWith(paths.vendor(id), { kind: 'done', key: 'vendors.done.suspend' })
})

export const meta = pageMeta

export default function SuspendSupply() {
  const t = useT()
  const refused = useActionData<typeof action>()
  const labels = { severity: t('vendors.suspend.severity'), reason: t('vendors.field.reason') }
  const { field, errors } = useFields(refused, { labels })
  return (
    <Section title={t('vendors.suspend.title')} aside={<Clause id="R7.3.3" />}>
      <p className="muted">{t('vendors.suspend.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <RadioGroup
          field={field('severity', { required: true })}
          hint={t('vendors.suspend.severityHint')}
          inRow
          choices={SEVERITIES.map((value) => ({ value, label: t(`status.severity.${value}`) }))}
        />
        <TextArea field={field('reason', { required: true })} hint={t('vendors.suspend.reasonHint')} />
        <div className="btn-row">
          <SubmitButton kind="law">{t('vendors.suspend.verb')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

import { Form, useActionData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { WithdrawVendorInput } from '#app/domain/vendors/input.ts'
import { withdrawVendor } from '#app/domain/vendors/withdraw-vendor.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  requirePermission(ctx, 'vendor.withdraw')
  return { title: translator(ctx.locale)('vendors.withdraw.title') }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await withdrawVendor(ctx, params.vendorId!, parseForm(form, WithdrawVendorInput))
  return redirectWith(paths.vendor(id), { kind: 'done', key: 'vendors.done.withdraw' })
})

export const meta = pageMeta

export default function WithdrawVendor() {
  const t = useT()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { reason: t('vendors.field.reason') } })
  return (
    <Section title={t('vendors.withdraw.title')}>
      <p className="muted">{t('vendors.withdraw.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <TextArea field={field('reason', { required: true })} />
        <div className="btn-row">
          <SubmitButton>{t('vendors.withdraw.verb')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

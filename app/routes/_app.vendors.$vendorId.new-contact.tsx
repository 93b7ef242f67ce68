import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { createContact } from '#app/domain/vendors/create-contact.server.ts'
import { ContactInput } from '#app/domain/vendors/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { zoneOptions } from '#app/i18n/zone-options.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ContactFields, contactLabels } from '#app/ui/vendor/contact-fields.tsx'

export const loader = authed(async ({ ctx }) => {
  requirePermission(ctx, 'contact.create')
  return { title: translator(ctx.locale)('vendors.contact.add'), zones: zoneOptions(ctx.locale, ctx.now), zone: ctx.organisation.zone, language: ctx.organisation.language }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { name } = await createContact(ctx, params.vendorId!, parseForm(form, ContactInput))
  return redirectWith(paths.vendorTab(params.vendorId!, 'contacts'), { kind: 'done', key: 'vendors.done.contact_create', data: { name } })
})

export const meta = pageMeta

export default function NewContact() {
  const t = useT()
  const { zones, zone, language } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { initial: { zone, language, isPrimary: true, isSignatory: false }, labels: contactLabels(t) })
  return (
    <Section title={t('vendors.contact.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <ContactFields field={field} zones={zones} />
        <div className="btn-row">
          <SubmitButton>{t('vendors.contact.add')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { Problem } from '#app/domain/errors.ts'
import { UpdateContactInput } from '#app/domain/vendors/input.ts'
import { getContact } from '#app/domain/vendors/queries.server.ts'
import { updateContact } from '#app/domain/vendors/update-contact.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { zoneOptions } from '#app/i18n/zone-options.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ConfirmDialog } from '#app/ui/aria/confirm-dialog.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ContactFields, contactLabels } from '#app/ui/vendor/contact-fields.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'contact.update')
  const contact = await getContact(ctx, params.contactId!)
  if (contact.vendorId !== params.vendorId) throw new Problem('not-found', 'errors.not_found')
  return { title: translator(ctx.locale)('vendors.contact.edit'), contact, zones: zoneOptions(ctx.locale, ctx.now, contact.zone) }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { name, vendorId } = await updateContact(ctx, params.contactId!, parseForm(form, UpdateContactInput))
  return redirectWith(paths.vendorTab(vendorId, 'contacts'), { kind: 'done', key: 'vendors.done.contact_update', data: { name } })
})

export const meta = pageMeta

export default function EditContact() {
  const t = useT()
  const { contact, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { name, email, title, phone, language, zone, isPrimary, isSignatory } = contact
  const { field, errors } = useFields(refused, { initial: { name, email, title: title ?? undefined, phone: phone ?? undefined, language, zone, isPrimary, isSignatory }, labels: contactLabels(t) })
  return (
    <Section title={t('vendors.contact.edit')}>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <input type="hidden" name="revision" value={contact.revision} />
        <ContactFields field={field} zones={zones} />
        <div className="btn-row">
          <SubmitButton>{t(contact.isActive ? 'common.action.save' : 'vendors.contact.reactivate')}</SubmitButton>
        </div>
      </Form>
      {contact.isActive && (
        <ConfirmDialog
          verb={t('vendors.contact.deactivate')}
          kind="plain"
          title={t('vendors.contact.deactivateTitle', { name })}
          body={t('vendors.contact.deactivateBody')}
          action={paths.deactivateContact(contact.vendorId, contact.id)}
        />
      )}
    </Section>
  )
}

import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { UpdateVendorInput } from '#app/domain/vendors/input.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { updateVendor } from '#app/domain/vendors/update-vendor.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'vendor.update')
  const [vendor, people] = await Promise.all([getVendor(ctx, params.vendorId!), listMembers(ctx)])
  return { title: translator(ctx.locale)('vendors.edit.title'), vendor, countries: countryOptions(ctx.locale).map(({ v, label }) => ({ value: v, label })), people: people.map(({ userId, name }) => ({ value: userId, label: name })) }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await updateVendor(ctx, params.vendorId!, parseForm(form, UpdateVendorInput))
  return redirectWith(paths.vendor(id), { kind: 'done', key: 'vendors.done.update' })
})

export const meta = pageMeta

export default function EditVendor() {
  const t = useT()
  const { vendor, countries, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { name, country } = vendor
  const stored = Object.fromEntries((['nameAlt', 'regNo', 'address', 'website', 'ownerId', 'complianceId'] as const).map((key) => [key, vendor[key] ?? undefined]))
  const labels = {
    name: t('vendors.field.name'),
    nameAlt: t('vendors.field.nameAlt'),
    country: t('vendors.field.country'),
    regNo: t('vendors.field.regNo'),
    address: t('vendors.field.address'),
    website: t('vendors.field.website'),
    ownerId: t('vendors.field.owner'),
    complianceId: t('vendors.field.compliance'),
  }
  const { field, errors } = useFields(refused, { initial: { name, country, ...stored }, labels })
  return (
    <Section title={t('vendors.edit.title')}>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <input type="hidden" name="revision" value={vendor.revision} />
        <TextField field={field('name', { required: true })} hint={t('vendors.field.nameHint')} autoComplete="off" />
        <TextField field={field('nameAlt')} optional autoComplete="off" />
        <Select field={field('country', { required: true })} options={countries} placeholder={false} />
        <TextField field={field('regNo')} hint={t('vendors.field.regNoHint')} mono autoComplete="off" spellCheck={false} />
        <TextField field={field('address')} optional autoComplete="off" />
        <TextField field={field('website')} type="url" optional autoComplete="off" />
        <Select field={field('ownerId')} options={people} optional />
        <Select field={field('complianceId')} options={people} optional />
        <div className="btn-row">
          <SubmitButton>{t('vendors.edit.submit')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { createVendor } from '#app/domain/vendors/create-vendor.server.ts'
import { CreateVendorInput } from '#app/domain/vendors/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Duplicates, useDuplicates } from '#app/ui/vendor/duplicates.tsx'

export const loader = authed(async ({ ctx }) => {
  requirePermission(ctx, 'vendor.create')
  const people = await listMembers(ctx)
  return {
    title: translator(ctx.locale)('vendors.request'),
    countries: countryOptions(ctx.locale).map(({ v, label }) => ({ value: v, label })),
    people: people.map(({ userId, name }) => ({ value: userId, label: name })),
    self: ctx.actor.userId,
  }
})

export const action = authed(async ({ ctx, form }) => {
  const { engagementId } = await createVendor(ctx, parseForm(form, CreateVendorInput))
  return redirectWith(paths.engagementIntake(engagementId), { kind: 'done', key: 'vendors.done.create' })
})

export const meta = pageMeta

export default function NewVendor() {
  const t = useT()
  const { countries, people, self } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { duplicates, look } = useDuplicates()
  const labels = {
    name: t('vendors.field.name'),
    nameAlt: t('vendors.field.nameAlt'),
    country: t('vendors.field.country'),
    regNo: t('vendors.field.regNo'),
    notDuplicate: t('vendors.duplicate.other'),
    service: t('vendors.field.service'),
    ownerId: t('vendors.field.owner'),
  }
  const { field, errors, byName } = useFields(refused, { initial: { country: 'CN', ownerId: self, notDuplicate: false }, labels })
  return (
    <Page>
      <PageHeader title={t('vendors.request')} lede={t('vendors.create.lede')} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate onInput={(event) => look(event.currentTarget)}>
        <Once again={refused} />
        <TextField field={field('name', { required: true })} hint={t('vendors.field.nameHint')} autoComplete="off" />
        <TextField field={field('nameAlt')} optional autoComplete="off" />
        <Select field={field('country', { required: true })} options={countries} placeholder={false} />
        <TextField field={field('regNo')} hint={t('vendors.field.regNoHint')} mono autoComplete="off" spellCheck={false} />
        <Duplicates duplicates={duplicates} />
        {(duplicates.some(({ same }) => !same) || byName.notDuplicate !== undefined) && <Checkbox field={field('notDuplicate')} />}
        <TextField field={field('service', { required: true })} hint={t('vendors.field.serviceHint')} />
        <Select field={field('ownerId')} hint={t('vendors.field.ownerHint')} options={people} optional />
        <div className="btn-row">
          <SubmitButton>{t('vendors.create.submit')}</SubmitButton>
        </div>
      </Form>
    </Page>
  )
}

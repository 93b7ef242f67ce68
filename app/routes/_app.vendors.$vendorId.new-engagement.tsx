import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { createEngagement } from '#app/domain/engagements/create-engagement.server.ts'
import { CreateEngagementInput } from '#app/domain/engagements/input.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
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

export const loader = authed(async ({ ctx }) => {
  requirePermission(ctx, 'engagement.create')
  const people = await listMembers(ctx)
  return { title: translator(ctx.locale)('engagements.create.title'), people: people.map(({ userId, name }) => ({ value: userId, label: name })), self: ctx.actor.userId }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await createEngagement(ctx, params.vendorId!, parseForm(form, CreateEngagementInput))
  return redirectWith(paths.engagementIntake(id), { kind: 'done', key: 'vendors.done.create' })
})

export const meta = pageMeta

export default function NewEngagement() {
  const t = useT()
  const { people, self } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { title: t('vendors.field.service'), businessOwnerId: t('vendors.field.owner') }
  const { field, errors } = useFields(refused, { initial: { businessOwnerId: self }, labels })
  return (
    <Section title={t('engagements.create.title')}>
      <p className="muted">{t('engagements.create.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <TextField field={field('title', { required: true })} hint={t('vendors.field.serviceHint')} />
        <Select field={field('businessOwnerId')} hint={t('vendors.field.ownerHint')} options={people} optional />
        <div className="btn-row">
          <SubmitButton>{t('engagements.create.submit')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

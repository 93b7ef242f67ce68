import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LinkInput } from '#app/domain/agreements/input.ts'
import { linkAgreement } from '#app/domain/agreements/link-agreement.server.ts'
import { readAgreement } from '#app/domain/agreements/read-agreement.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'agreement.send')
  const { agreement, signers } = await readAgreement(ctx, params.agreementId!)
  return { title: translator(ctx.locale)('agreements.link.title'), id: agreement.id, contacts: signers.vendor }
})

export const action = authed(async ({ ctx, params, form }) => ({ made: await linkAgreement(ctx, params.agreementId!, parseForm(form, LinkInput)) }))

export const meta = pageMeta

export default function LinkAgreement() {
  const t = useT()
  const { id, contacts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const made = answer && 'made' in answer ? answer.made : undefined
  const first = contacts.find(({ isSignatory }) => isSignatory) ?? contacts[0]
  const { field, errors } = useFields(made ? undefined : answer, { initial: { contactId: first?.id }, labels: { contactId: t('agreements.link.contact') } })
  return (
    <>
      <PageHeader title={t('agreements.link.title')} lede={t('agreements.link.lede')} />
      <ErrorSummary errors={errors} />
      {made && (
        <Note tone="ok" role="status" title={t('agreements.link.made', { name: made.name })}>
          <p>{t('agreements.link.once')}</p>
          <CopyField label={t('agreements.link.made', { name: made.name })} text={made.link} />
        </Note>
      )}
      <Form method="post" className="form" noValidate>
        <Once again={answer} />
        <Select
          field={field('contactId', { required: true })}
          options={contacts.map(({ id: value, name, isSignatory }) => ({ value, label: isSignatory ? t('agreements.link.signatory', { name }) : name }))}
        />
        <div className="btn-row">
          <SubmitButton>{t('agreements.link.make')}</SubmitButton>
          <ButtonLink kind="plain" to={paths.agreement(id)}>
            {t('common.action.back')}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}

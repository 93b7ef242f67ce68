import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { contactInputs } from '#app/domain/agreements/draft-form.ts'
import { draftFormSchema } from '#app/domain/agreements/draft-form.server.ts'
import { openDraft } from '#app/domain/agreements/open-draft.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { changeRows } from '#app/http/form-rows.ts'
import { parseForm, typedValues } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { draftLabels } from '#app/ui/agreement/draft-labels.ts'
import { ContactRows, OptionalClauses } from '#app/ui/agreement/draft-rows.tsx'
import { ParameterFields } from '#app/ui/agreement/parameter-fields.tsx'
import { ScopeRows } from '#app/ui/agreement/scope-rows.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const { agreement, contacts, ...draft } = await openDraft(ctx, params.agreementId!)
  return { title: translator(ctx.locale)('agreements.verb.edit'), ...draft, contacts: contactInputs(contacts), id: agreement.id, number: agreement.number, revision: agreement.revision }
})

export const action = authed(async ({ ctx, params, form }) => {
  const more = form.get('more')
  if (typeof more === 'string') return { problem: { code: 'rows', key: 'form.check', data: {}, fields: [] }, values: changeRows(typedValues(form), more) }
  const { parameters } = await openDraft(ctx, params.agreementId!)
  const { id } = await saveAgreement(ctx, params.agreementId!, parseForm(form, draftFormSchema(parameters)))
  return redirectWith(paths.agreement(id), { kind: 'done', key: 'agreements.done.save' })
})

export const meta = pageMeta

export default function EditAgreement() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fields = useFields(refused, { initial: data.initial, labels: draftLabels(t, data.parameters) })
  const isGrowing = refused !== undefined && refused.problem.code === 'rows'
  return (
    <>
      <PageHeader title={t('agreements.edit.title', { number: data.number })} lede={t('agreements.edit.lede')} />
      <ErrorSummary errors={isGrowing ? [] : fields.errors} />
      <Form method="post" className="form wide-form" noValidate>
        <Once again={refused} />
        <input type="hidden" name="revision" value={data.revision} />
        <ParameterFields fields={fields} parameters={data.parameters} purposes={data.choices.purposes} places={data.places} />
        <ScopeRows fields={fields} typed={refused?.values} stored={data.scopeRows} choices={data.choices} />
        <ContactRows fields={fields} contacts={data.contacts} choices={data.choices} />
        <OptionalClauses fields={fields} clauses={data.choices.clauses} />
        <div className="btn-row">
          <SubmitButton>{t('agreements.edit.save')}</SubmitButton>
          <ButtonLink kind="plain" to={paths.agreement(data.id)}>
            {t('common.action.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}

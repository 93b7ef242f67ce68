import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { recipientChoice, ResendAssessmentInput } from '#app/domain/assessments/input.ts'
import { getAssessment } from '#app/domain/assessments/queries.server.ts'
import { resendAssessment } from '#app/domain/assessments/resend-assessment.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { headOf } from '#app/domain/reviews/head-of.server.ts'
import { getContact, listContacts } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RecipientFields, recipientLabels } from '#app/ui/assessment/recipient-fields.tsx'
import { SentLink } from '#app/ui/assessment/sent-link.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { AssessmentHead } from '#app/ui/review/assessment-head.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'assessment.send')
  const assessment = await getAssessment(ctx, params.assessmentId!)
  const contacts = await listContacts(ctx, assessment.vendorId)
  const head = await headOf(ctx, assessment, ctx.organisation.zone)
  return {
    title: `${translator(ctx.locale)('assessments.sending.resend')} · ${nameIn(ctx.locale, head.vendor)}`,
    head,
    contactId: assessment.contactId ?? '',
    contacts: contacts.filter(({ isActive }) => isActive).map(({ id, name, title }) => ({ value: id, label: title ? `${name} · ${title}` : name })),
    language: ctx.organisation.language,
  }
})

/** The link can be read once, so the answer is the page itself. */
export const action = authed(async ({ ctx, params, form }) => {
  const to = recipientChoice(parseForm(form, ResendAssessmentInput))
  const { assessment, link } = await resendAssessment(ctx, { assessmentId: params.assessmentId!, to })
  const { name, email } = await getContact(ctx, assessment.contactId!)
  return { sent: { assessmentId: assessment.id, link, name, email } }
})

export const meta = pageMeta

export default function ResendAssessment() {
  const t = useT()
  const { head, contactId, contacts, language } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sent = answer && 'sent' in answer ? answer.sent : undefined
  const { field, errors } = useFields(sent ? undefined : answer, { initial: { contactId, language }, labels: recipientLabels(t) })
  return (
    <>
      <AssessmentHead vendor={head.vendor} assessment={head.assessment} />
      <Page>
        <PageHeader title={t('assessments.sending.resend')} lede={sent ? t('assessments.sending.resent') : t('assessments.sending.resendBody')} />
        {sent ? (
          <SentLink {...sent} />
        ) : (
          <>
            <ErrorSummary errors={errors} />
            <Form method="post" className="form" noValidate>
              <Once again={answer} />
              <RecipientFields contacts={contacts} field={field} />
              <div className="btn-row">
                <SubmitButton>{t('assessments.sending.resend')}</SubmitButton>
              </div>
            </Form>
          </>
        )}
      </Page>
    </>
  )
}

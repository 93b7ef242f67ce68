import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { extendAssessment } from '#app/domain/assessments/extend-assessment.server.ts'
import { ExtendAssessmentInput } from '#app/domain/assessments/input.ts'
import { getAssessment } from '#app/domain/assessments/queries.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { headOf } from '#app/domain/reviews/head-of.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { AssessmentHead } from '#app/ui/review/assessment-head.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

const A_WEEK = 7

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'assessment.extend')
  const assessment = await getAssessment(ctx, params.assessmentId!)
  const { dueOn, revision } = assessment
  const head = await headOf(ctx, assessment, ctx.organisation.zone)
  return { title: `${translator(ctx.locale)('assessments.sending.extend')} · ${nameIn(ctx.locale, head.vendor)}`, head, dueOn, revision, suggested: addDays(dueOn, A_WEEK) }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await extendAssessment(ctx, { assessmentId: params.assessmentId!, ...parseForm(form, ExtendAssessmentInput) })
  return redirectWith(paths.assessmentSending(id), { kind: 'done', key: 'assessments.sending.extended' })
})

export const meta = pageMeta

export default function ExtendAssessment() {
  const t = useT()
  const { head, dueOn, revision, suggested } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { dueOn: t('assessments.sending.newDue'), reason: t('assessments.sending.reason') }
  const { field, errors } = useFields(refused, { initial: { dueOn: suggested }, labels })
  return (
    <>
      <AssessmentHead vendor={head.vendor} assessment={head.assessment} />
      <Page>
        <PageHeader title={t('assessments.sending.extend')} lede={`${t('assessments.columns.due')} ${date(dueOn, t.locale, 'full')}`} />
        <ErrorSummary errors={errors} />
        <Form method="post" className="form" noValidate>
          <Once again={refused} />
          <input type="hidden" name="revision" value={revision} />
          <DateField field={field('dueOn', { required: true })} />
          <TextArea field={field('reason', { required: true })} hint={t('assessments.sending.reasonHint')} />
          <div className="btn-row">
            <SubmitButton>{t('assessments.sending.extend')}</SubmitButton>
          </div>
        </Form>
      </Page>
    </>
  )
}

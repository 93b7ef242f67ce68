import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { WithdrawAssessmentInput } from '#app/domain/assessments/input.ts'
import { getAssessment } from '#app/domain/assessments/queries.server.ts'
import { withdrawAssessment } from '#app/domain/assessments/withdraw-assessment.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { headOf } from '#app/domain/reviews/head-of.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { AssessmentHead } from '#app/ui/review/assessment-head.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'assessment.withdraw')
  const assessment = await getAssessment(ctx, params.assessmentId!)
  const head = await headOf(ctx, assessment, ctx.organisation.zone)
  return { title: `${translator(ctx.locale)('assessments.sending.withdraw')} · ${nameIn(ctx.locale, head.vendor)}`, head, revision: assessment.revision }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await withdrawAssessment(ctx, { assessmentId: params.assessmentId!, ...parseForm(form, WithdrawAssessmentInput) })
  return redirectWith(paths.assessmentSending(id), { kind: 'done', key: 'assessments.sending.withdrawnDone' })
})

export const meta = pageMeta

export default function WithdrawAssessment() {
  const t = useT()
  const { head, revision } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { reason: t('assessments.sending.reason') } })
  return (
    <>
      <AssessmentHead vendor={head.vendor} assessment={head.assessment} />
      <Page>
        <PageHeader title={t('assessments.sending.withdraw')} lede={t('assessments.sending.withdrawBody')} />
        <ErrorSummary errors={errors} />
        <Form method="post" className="form" noValidate>
          <Once again={refused} />
          <input type="hidden" name="revision" value={revision} />
          <TextArea field={field('reason', { required: true })} hint={t('assessments.sending.reasonHint')} />
          <div className="btn-row">
            <SubmitButton>{t('assessments.sending.withdraw')}</SubmitButton>
          </div>
        </Form>
      </Page>
    </>
  )
}

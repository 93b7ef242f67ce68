import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WaiveStepInput } from '#app/domain/violations/input.ts'
import { getStepRecords } from '#app/domain/violations/settle-step.server.ts'
import { waiveBlockers } from '#app/domain/violations/step-owners.ts'
import { listWorkflowSteps } from '#app/domain/violations/violation-catalogue.server.ts'
import { waiveStep } from '#app/domain/violations/waive-step.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id } = await openCaseForm(ctx, params.caseId, { permission: 'violation.close' })
  const { stepId, records } = await getStepRecords(ctx, id, params.stepId!)
  if (waiveBlockers(stepId, records).length > 0) throw redirect(paths.violation(id))
  return { title: translator(ctx.locale)('cases.step.waive'), id, stepId, name: listWorkflowSteps().find((step) => step.id === stepId)?.name }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await waiveStep(ctx, params.caseId!, { ...parseForm(form, WaiveStepInput), stepId: params.stepId! })
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.waived' })
})

export const meta = pageMeta

export default function WaiveStep() {
  const t = useT()
  const { id, stepId, name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { reason: t('ui.form.reason'), proof: t('cases.step.waiveProof') } })
  return (
    <CaseForm
      title={t('cases.step.waiveTitle', { id: stepId, name: name ? inLanguage(name, t.locale) : '' })}
      lede={t('cases.step.waiveLede')}
      errors={errors}
      refused={refused}
      submit={t('cases.step.waive')}
      back={paths.violation(id)}
    >
      <TextArea field={field('reason', { required: true })} hint={t('cases.reasonHint')} rows={4} />
      <TextArea field={field('proof', { required: true })} rows={3} />
    </CaseForm>
  )
}

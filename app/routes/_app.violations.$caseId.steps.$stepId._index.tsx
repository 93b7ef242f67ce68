import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { completeStep } from '#app/domain/violations/complete-step.server.ts'
import { CompleteStepInput } from '#app/domain/violations/input.ts'
import { getStepRecords } from '#app/domain/violations/settle-step.server.ts'
import { completeBlockers, waiveBlockers } from '#app/domain/violations/step-owners.ts'
import { listWorkflowSteps } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { givenFile } from '#app/http/given-file.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { UploadField } from '#app/ui/case/upload-field.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id } = await openCaseForm(ctx, params.caseId, { permission: 'violation.complete_step' })
  const { stepId, records } = await getStepRecords(ctx, id, params.stepId!)
  if (completeBlockers(stepId, records, ctx.actor.roles).length > 0) throw redirect(paths.violation(id))
  const words = listWorkflowSteps().find((step) => step.id === stepId)
  return { title: translator(ctx.locale)('cases.named', { id: stepId, name: words?.name ? inLanguage(words.name, ctx.locale) : '' }), id, stepId, name: words?.name, deadline: words?.deadline, mayWaive: can(ctx.actor, 'violation.close') && waiveBlockers(stepId, records).length === 0 }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await completeStep(ctx, params.caseId!, { ...parseForm(form, CompleteStepInput), stepId: params.stepId!, file: givenFile(form) })
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.step' })
})

export const meta = pageMeta

export default function CompleteStep() {
  const t = useT()
  const { id, stepId, name, deadline, mayWaive } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { proof: t('cases.step.proof'), file: t('cases.step.file') } })
  return (
    <CaseForm
      title={t('cases.named', { id: stepId, name: name ? inLanguage(name, t.locale) : '' })}
      lede={deadline && inLanguage(deadline, t.locale)}
      errors={errors}
      refused={refused}
      submit={t('cases.step.complete')}
      back={paths.violation(id)}
      withFile
    >
      <TextArea field={field('proof', { required: true })} hint={t('cases.step.proofHint')} rows={5} />
      <UploadField field={field('file')} hint={t('cases.evidence.fileHint')} optional />
      {mayWaive && (
        <p className="small">
          <ButtonLink to={paths.violationStep(id, stepId, 'waive')} kind="plain" small>
            {t('cases.step.waive')}
          </ButtonLink>
        </p>
      )}
    </CaseForm>
  )
}

import { useActionData, useLoaderData } from '@remix-run/react'
import { addEvidence } from '#app/domain/violations/add-evidence.server.ts'
import { EvidenceInput } from '#app/domain/violations/input.ts'
import { getViolation } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { givenFile } from '#app/http/given-file.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { UploadField } from '#app/ui/case/upload-field.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, violationId } = await openCaseForm(ctx, params.caseId, { permission: 'violation.add_evidence' })
  return { title: translator(ctx.locale)('cases.act.evidence'), id, ref, usually: getViolation(violationId).evidence }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await addEvidence(ctx, params.caseId!, { ...parseForm(form, EvidenceInput), file: givenFile(form) })
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.evidence' })
})

export const meta = pageMeta

export default function AddEvidence() {
  const t = useT()
  const { id, ref, usually } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { description: t('cases.evidence.description'), file: t('cases.evidence.file') }
  const { field, errors } = useFields(refused, { labels })
  return (
    <CaseForm
      title={t('cases.evidence.form', { ref })}
      lede={t('cases.evidence.lede', { evidence: inLanguage(usually, t.locale) })}
      errors={errors}
      refused={refused}
      submit={t('cases.act.evidence')}
      back={paths.violation(id)}
      withFile
    >
      <TextField field={field('description', { required: true })} hint={t('cases.evidence.descriptionHint')} />
      <UploadField field={field('file')} hint={t('cases.evidence.fileHint')} />
    </CaseForm>
  )
}

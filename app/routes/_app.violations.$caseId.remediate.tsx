import { useActionData, useLoaderData } from '@remix-run/react'
import { RemediateInput } from '#app/domain/violations/input.ts'
import { remediateCase } from '#app/domain/violations/remediate-case.server.ts'
import { latestCure } from '#app/domain/violations/remediation-finding.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const violationCase = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate' })
  const { id, ref, revision } = violationCase
  return { title: translator(ctx.locale)('cases.act.remediate'), id, ref, revision, latest: await latestCure(ctx, violationCase) }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await remediateCase(ctx, params.caseId!, parseForm(form, RemediateInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.remediate' })
})

export const meta = pageMeta

export default function Remediate() {
  const t = useT()
  const { id, ref, revision, latest } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { conditions: t('cases.remediation.conditions'), dueOn: t('cases.remediation.dueOn') }
  const { field, errors } = useFields(refused, { initial: { dueOn: latest }, labels })
  return (
    <CaseForm title={t('cases.remediation.title', { ref })} lede={t('cases.remediation.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.remediate')} back={paths.violation(id)}>
      <TextArea field={field('conditions', { required: true })} hint={t('cases.remediation.conditionsHint')} rows={5} />
      <DateField field={field('dueOn', { required: true, max: latest })} hint={t('cases.remediation.dueHint')} />
    </CaseForm>
  )
}

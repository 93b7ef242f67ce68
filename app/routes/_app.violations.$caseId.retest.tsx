import { useActionData, useLoaderData } from '@remix-run/react'
import { RetestInput } from '#app/domain/violations/input.ts'
import { verifyRemediation } from '#app/domain/violations/verify-remediation.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, revision } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'verify_remediation' })
  return { title: translator(ctx.locale)('cases.act.retest'), id, ref, revision }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await verifyRemediation(ctx, params.caseId!, parseForm(form, RetestInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.retest' })
})

export const meta = pageMeta

export default function Retest() {
  const t = useT()
  const { id, ref, revision } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { proof: t('cases.retest.proof'), retestPassed: t('cases.retest.passed') }
  const { field, errors } = useFields(refused, { initial: { retestPassed: false }, labels })
  return (
    <CaseForm title={t('cases.retest.title', { ref })} lede={t('cases.retest.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.retest')} back={paths.violation(id)}>
      <TextArea field={field('proof', { required: true })} hint={t('cases.retest.proofHint')} rows={5} />
      <Checkbox field={field('retestPassed')} />
    </CaseForm>
  )
}

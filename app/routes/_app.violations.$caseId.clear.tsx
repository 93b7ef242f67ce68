import { useActionData, useLoaderData } from '@remix-run/react'
import { ConclusionInput } from '#app/domain/violations/input.ts'
import { markNotSubstantiated } from '#app/domain/violations/mark-not-substantiated.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, revision } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'clear' })
  return { title: translator(ctx.locale)('cases.act.clear'), id, ref, revision }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await markNotSubstantiated(ctx, params.caseId!, parseForm(form, ConclusionInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.clear' })
})

export const meta = pageMeta

export default function Clear() {
  const t = useT()
  const { id, ref, revision } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { conclusion: t('cases.clearing.conclusion') } })
  return (
    <CaseForm title={t('cases.clearing.title', { ref })} lede={t('cases.clearing.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.clear')} back={paths.violation(id)}>
      <TextArea field={field('conclusion', { required: true })} hint={t('cases.reasonHint')} rows={6} />
    </CaseForm>
  )
}

import { useActionData, useLoaderData } from '@remix-run/react'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { InvestigateInput } from '#app/domain/violations/input.ts'
import { startInvestigation } from '#app/domain/violations/start-investigation.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, revision } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'investigate' })
  const people = await listMembers(ctx)
  return { title: translator(ctx.locale)('cases.act.investigate'), id, ref, revision, self: ctx.actor.userId, people: people.map(({ userId, name }) => ({ value: userId, label: name })) }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await startInvestigation(ctx, params.caseId!, parseForm(form, InvestigateInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.investigate' })
})

export const meta = pageMeta

export default function Investigate() {
  const t = useT()
  const { id, ref, revision, self, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { investigatorId: t('cases.fact.investigator') }
  const { field, errors } = useFields(refused, { initial: { investigatorId: self }, labels })
  return (
    <CaseForm title={t('cases.investigation.title', { ref })} lede={t('cases.investigation.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.investigate')} back={paths.violation(id)}>
      <Select field={field('investigatorId', { required: true })} hint={t('cases.investigation.hint')} options={people} placeholder={false} />
    </CaseForm>
  )
}

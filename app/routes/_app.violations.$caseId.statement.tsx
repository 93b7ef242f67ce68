import { useActionData, useLoaderData } from '@remix-run/react'
import { StatementInput } from '#app/domain/violations/input.ts'
import { sendStatement } from '#app/domain/violations/send-statement.server.ts'
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
  const { id, ref, revision, facts, severity } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'hear_vendor' })
  return { title: translator(ctx.locale)('cases.act.statement'), id, ref, revision, facts, isCritical: severity === 'critical' }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await sendStatement(ctx, params.caseId!, parseForm(form, StatementInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.statement' })
})

export const meta = pageMeta

export default function Statement() {
  const t = useT()
  const { id, ref, revision, facts, isCritical } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { initial: { statement: facts }, labels: { statement: t('cases.statement.title') } })
  return (
    <CaseForm
      title={t('cases.statement.form', { ref })}
      lede={t(isCritical ? 'cases.statement.ledeCritical' : 'cases.statement.lede')}
      errors={errors}
      refused={refused}
      revision={revision}
      submit={t('cases.act.statement')}
      back={paths.violation(id)}
    >
      <TextArea field={field('statement', { required: true })} hint={t('cases.statement.hint')} rows={10} />
    </CaseForm>
  )
}

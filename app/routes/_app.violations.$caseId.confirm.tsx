import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmCase } from '#app/domain/violations/confirm-case.server.ts'
import { ConfirmCaseInput } from '#app/domain/violations/input.ts'
import { countEvidence } from '#app/domain/violations/queries.server.ts'
import { isHighOrCritical } from '#app/domain/violations/severity.ts'
import { getViolation } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const violationCase = await openCaseForm(ctx, params.caseId, { permission: 'violation.confirm', action: 'confirm' })
  const { id, ref, revision, violationId, severity, investigatorId, class: gravity } = violationCase
  const { note } = getViolation(violationId)
  return {
    title: translator(ctx.locale)('cases.act.confirm'),
    id, ref, revision, gravity,
    note: gravity === 'P' && note?.kind === 'aggravating' ? note : undefined,
    evidence: await countEvidence(ctx, id),
    needsAnother: isHighOrCritical(severity) && investigatorId === ctx.actor.userId,
  }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id, state } = await confirmCase(ctx, params.caseId!, parseForm(form, ConfirmCaseInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: `cases.done.confirmed.${state}` })
})

export const meta = pageMeta

export default function Confirm() {
  const t = useT()
  const { id, ref, revision, gravity, note, evidence, needsAnother } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { aggravated: t('cases.confirmation.aggravated'), reason: t('cases.confirmation.reason') }
  const { field, errors } = useFields(refused, { initial: { aggravated: false }, labels })
  return (
    <CaseForm
      title={t('cases.confirmation.title', { ref })}
      lede={t(`cases.verdict.${gravity}`)}
      errors={errors}
      refused={refused}
      revision={revision}
      submit={t('cases.act.confirm')}
      isLaw={gravity === 'T'}
      back={paths.violation(id)}
    >
      {needsAnother && <Note tone="attention" title={t('status.blocked.case.investigator_approves')} />}
      {evidence === 0 && <Note tone="attention" title={t('status.blocked.case.evidence_missing')} />}
      <p>{t('cases.confirmation.rests', { count: evidence })}</p>
      {note && <Checkbox field={field('aggravated')} hint={inLanguage(note, t.locale)} />}
      <TextArea field={field('reason', { required: true })} hint={t('cases.reasonHint')} rows={6} />
    </CaseForm>
  )
}

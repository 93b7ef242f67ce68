import { useActionData, useLoaderData } from '@remix-run/react'
import { OpinionInput } from '#app/domain/violations/input.ts'
import { latestCure } from '#app/domain/violations/remediation-finding.server.ts'
import { recordOpinion } from '#app/domain/violations/record-opinion.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const violationCase = await openCaseForm(ctx, params.caseId, { permission: 'violation.review_downgrade', action: 'downgrade' })
  const { id, ref, revision, conditions, remediationDueOn } = violationCase
  const roles = (['compliance_head', 'legal'] as const).filter((role) => ctx.actor.roles.includes(role))
  return { title: translator(ctx.locale)('cases.act.opinion'), id, ref, revision, conditions, dueOn: remediationDueOn, latest: await latestCure(ctx, violationCase), roles }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { outcome, violationCase } = await recordOpinion(ctx, params.caseId!, parseForm(form, OpinionInput))
  return redirectWith(paths.violation(violationCase.id), { kind: 'done', key: `cases.done.opinion.${outcome}` })
})

export const meta = pageMeta

export default function Opinion() {
  const t = useT()
  const { id, ref, revision, conditions, dueOn, latest, roles } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = {
    as: t('cases.opinion.as'),
    opinion: t('cases.opinion.question'),
    reason: t('ui.form.reason'),
    conditions: t('cases.conditions'),
    dueOn: t('cases.remediation.dueOn'),
  }
  const { field, errors } = useFields(refused, { initial: { as: roles[0], conditions: conditions ?? undefined, dueOn: dueOn ?? latest }, labels })
  return (
    <CaseForm title={t('cases.opinion.form', { ref })} lede={t('cases.opinion.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.opinion')} back={paths.violation(id)}>
      {roles.length > 1 ? (
        <RadioGroup field={field('as')} choices={roles.map((value) => ({ value, label: t(`identity.role.${value}`) }))} inRow />
      ) : (
        <input type="hidden" name="as" value={roles[0]} />
      )}
      <RadioGroup field={field('opinion')} choices={(['agree', 'refuse'] as const).map((value) => ({ value, label: t(`cases.opinion.${value}`), hint: t(`cases.opinion.${value}Hint`) }))} />
      <TextArea field={field('reason', { required: true })} hint={t('cases.reasonHint')} rows={5} />
      <TextArea field={field('conditions')} hint={t('cases.opinion.conditionsHint')} rows={4} optional />
      <DateField field={field('dueOn', { max: latest })} hint={t('cases.opinion.dueHint')} optional />
    </CaseForm>
  )
}

import { useActionData, useLoaderData } from '@remix-run/react'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { classMayBecome, VIOLATION_CLASSES } from '#app/domain/violations/case.ts'
import { TriageInput } from '#app/domain/violations/input.ts'
import { SEVERITIES, severityRank } from '#app/domain/violations/severity.ts'
import { supplyChoices } from '#app/domain/violations/supply-choices.ts'
import { triageCase } from '#app/domain/violations/triage-case.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const violationCase = await openCaseForm(ctx, params.caseId, { permission: 'violation.triage', action: 'triage' })
  const vendor = await getVendor(ctx, violationCase.vendorId)
  const { id, ref, revision, severity, class: gravity } = violationCase
  return {
    title: translator(ctx.locale)('cases.act.triage'),
    id, ref, revision, severity, gravity,
    severities: SEVERITIES.filter((each) => severityRank(each) >= severityRank(severity)),
    classes: VIOLATION_CLASSES.filter((each) => classMayBecome(gravity, each)),
    supply: supplyChoices(severity, { suspended: vendor.suspendedAt !== null, suspendedByPerson: vendor.suspendedBy !== null }),
  }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await triageCase(ctx, params.caseId!, parseForm(form, TriageInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.triage' })
})

export const meta = pageMeta

export default function Triage() {
  const t = useT()
  const { id, ref, revision, severity, gravity, severities, classes, supply } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = {
    class: t('cases.fact.class'),
    severity: t('cases.fact.severity'),
    scope: t('cases.fact.scope'),
    supply: t('cases.triage.supply'),
    liftReason: t('cases.triage.liftReason'),
  }
  const { field, errors } = useFields(refused, { initial: { class: gravity, severity, supply: supply[0] }, labels })
  return (
    <CaseForm title={t('cases.triage.title', { ref })} lede={t('cases.triage.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.triage')} back={paths.violation(id)}>
      <RadioGroup
        field={field('class')}
        hint={t('cases.triage.classHint')}
        choices={classes.map((value) => ({ value, label: t('cases.classValue', { class: value, words: t(`status.class.${value}`) }), hint: t(`cases.verdict.${value}`) }))}
      />
      <RadioGroup field={field('severity')} hint={t('cases.triage.severityHint')} choices={severities.map((value) => ({ value, label: t(`status.severity.${value}`) }))} inRow />
      <TextArea field={field('scope', { required: true })} hint={t('cases.triage.scopeHint')} />
      <RadioGroup field={field('supply')} choices={supply.map((value) => ({ value, label: t(`cases.triage.supplies.${value}`) }))} />
      {supply.includes('lift') && <TextArea field={field('liftReason')} hint={t('cases.triage.liftHint')} rows={3} optional />}
    </CaseForm>
  )
}

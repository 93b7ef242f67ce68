import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { redirect } from '@remix-run/node'
import { getAuditFile } from '#app/domain/audits/audit-file.server.ts'
import { RecordResultInput } from '#app/domain/audits/input.ts'
import { OUTCOMES } from '#app/domain/audits/outcomes.ts'
import { getAuditRating } from '#app/domain/audits/queries.server.ts'
import { recordResult } from '#app/domain/audits/record-result.server.ts'
import { drawSample } from '#app/domain/audits/sampling.ts'
import { Problem } from '#app/domain/errors.ts'
import { openAuditForm } from '#app/http/audit-page.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { givenFile } from '#app/http/given-file.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { UploadField } from '#app/ui/case/upload-field.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { formField } from '#app/ui/form/form-field.ts'
import { NumberField } from '#app/ui/form/number-field.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'

export const loader = authed(async ({ ctx, params, request }) => {
  const audit = await openAuditForm(ctx, params.auditId, { permission: 'audit.conduct' })
  if (audit.state !== 'fieldwork') throw redirect(paths.audit(audit.id))
  const { checks } = await getAuditFile(ctx, audit.id)
  const at = checks.findIndex(({ id }) => id === params.checkId)
  const check = checks[at]
  if (!check) throw new Problem('not-found', 'errors.not_found')
  const { searchParams } = new URL(request.url)
  const population = Number(searchParams.get('population'))
  const { tier } = await getAuditRating(ctx, audit.vendorId)
  return {
    title: translator(ctx.locale)('cases.named', { id: check.id, name: inLanguage(check.name, ctx.locale) }),
    id: audit.id, check,
    place: { number: at + 1, total: checks.length },
    sample: drawSample({ population, tier, exceptionFound: searchParams.get('exception') === 'on', seed: `${audit.sampleSeed}|${check.id}` }),
  }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await recordResult(ctx, params.auditId!, { ...parseForm(form, RecordResultInput), checkId: params.checkId!, file: givenFile(form) })
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.result' })
})

export const meta = pageMeta

export default function Check() {
  const t = useT()
  const { id, check, place } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { result } = check
  const labels = {
    outcome: t('audits.check.column.outcome'),
    note: t('audits.check.note'),
    evidence: t('audits.check.evidenceLabel'),
    file: t('audits.check.file'),
    causedByCompany: t('audits.check.ours'),
  }
  const { field, errors } = useFields(refused, {
    initial: { outcome: result?.outcome, note: result?.note ?? undefined, evidence: result?.evidence ?? undefined, causedByCompany: result?.causedByCompany ?? false },
    labels,
  })
  return (
    <>
      <CaseForm
        title={t('cases.named', { id: check.id, name: inLanguage(check.name, t.locale) })}
        lede={t('audits.check.place', place)}
        errors={errors}
        refused={refused}
        submit={t('common.action.save')}
        back={paths.audit(id)}
        withFile
      >
        <Facts
          facts={[
            { term: t('audits.check.test'), value: inLanguage(check.test, t.locale) },
            { term: t('audits.check.usual'), value: inLanguage(check.evidence, t.locale) },
            { term: t('audits.check.sampling'), value: inLanguage(check.sampling, t.locale) },
            ...(check.previous ? [{ term: t('audits.check.previous'), value: t(`audits.outcome.${check.previous}`) }] : []),
          ]}
        />
        <RadioGroup field={field('outcome', { required: true })} choices={OUTCOMES.map((value) => ({ value, label: t(`audits.outcome.${value}`), hint: t(`audits.outcomeHint.${value}`) }))} />
        <TextArea field={field('note')} hint={t('audits.check.noteHint')} rows={4} optional />
        <TextArea field={field('evidence')} hint={t('audits.check.evidenceHint')} rows={3} optional />
        <UploadField field={field('file')} hint={t('cases.evidence.fileHint')} optional />
        <Checkbox field={field('causedByCompany')} hint={t('audits.check.oursHint')} />
      </CaseForm>
      <Sample />
    </>
  )
}

/** Draws the audit's sample of a population, the same one every time. */
function Sample() {
  const t = useT()
  const { sample } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return (
    <div className="block">
      <Section title={t('audits.sample.title')}>
        <Form method="get" className="toolbar">
          <NumberField field={formField('population', { label: t('audits.sample.population'), defaultValue: params.get('population') ?? undefined })} />
          <Checkbox field={formField('exception', { label: t('audits.sample.exception'), defaultChecked: params.get('exception') === 'on' })} />
          <Button type="submit">{t('audits.sample.draw')}</Button>
        </Form>
        {sample && (
          <>
            <p>{t('audits.sample.size', { count: sample.numbers.length, population: sample.population })}</p>
            <p className="mono hash">{sample.numbers.join(' ')}</p>
          </>
        )}
        <p className="small muted">{t('audits.sample.hint')}</p>
      </Section>
    </div>
  )
}

import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { optionLabels } from '#app/domain/engagements/intake-labels.ts'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import { RegisterTransferInput } from '#app/domain/vendors/input.ts'
import { registerTransfer } from '#app/domain/vendors/register-transfer.server.ts'
import { getSupplyFacts } from '#app/domain/vendors/supply-facts.server.ts'
import { supplyAllowed } from '#app/domain/vendors/supply.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CheckboxGroup } from '#app/ui/form/checkbox-group.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { NumberField } from '#app/ui/form/number-field.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { GateNote, refusalWords } from '#app/ui/vendor/supply-gate.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'transfer.register')
  const { agreement, question } = await getSupplyFacts(ctx, params.vendorId!)
  const { items } = intakeTemplate().template.intake
  const catalogue = items.find(({ id }) => id === 'IN-06')?.options?.map(({ v }) => v) ?? []
  const types = agreement && agreement.infoTypes.length > 0 ? agreement.infoTypes : catalogue.filter((type) => type !== 'none')
  const gate = supplyAllowed(question)
  return {
    title: translator(ctx.locale)('vendors.transfer.register'),
    types: types.map((value) => ({ value, label: optionLabels(items, 'IN-06', [value], ctx.locale)[0] })),
    purposes: agreement ? optionLabels(items, 'IN-04', agreement.purposes, ctx.locale) : [],
    scenarios: agreement?.scenarios ?? [],
    agreementId: agreement?.id ?? '',
    agreementNumber: agreement?.number,
    refusal: gate.allowed ? undefined : gate.reason,
  }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { refusal } = await registerTransfer(ctx, params.vendorId!, parseForm(form, RegisterTransferInput))
  const reason = refusal && refusalWords(refusal, translator(ctx.locale))
  const flash = refusal ? ({ kind: 'refused', key: 'vendors.done.transfer_refused', data: { reason } } as const) : ({ kind: 'done', key: 'vendors.done.transfer' } as const)
  return redirectWith(paths.vendorTab(params.vendorId!, 'transfers'), flash)
})

export const meta = pageMeta

export default function RegisterTransfer() {
  const t = useT()
  const { types, purposes, scenarios, agreementId, agreementNumber, refusal } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = {
    infoTypes: t('vendors.rail.information'),
    subjectCount: t('vendors.transfer.count'),
    purpose: t('vendors.transfer.purpose'),
    scenario: t('vendors.transfer.scenario'),
  }
  const { field, errors } = useFields(refused, { initial: { purpose: purposes[0], scenario: scenarios[0] }, labels })
  return (
    <Section title={t('vendors.transfer.register')} aside={agreementNumber && <span className="mono">{agreementNumber}</span>}>
      <GateNote refusal={refusal} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <input type="hidden" name="agreementId" value={agreementId} />
        <CheckboxGroup field={field('infoTypes')} choices={types} />
        <NumberField field={field('subjectCount', { required: true })} hint={t('vendors.transfer.countHint')} />
        <TextField field={field('purpose', { required: true })} />
        <TextField field={field('scenario', { required: true })} />
        <div className="btn-row">
          <SubmitButton>{t('vendors.transfer.register')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

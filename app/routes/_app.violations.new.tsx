import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { requirePermission } from '#app/domain/context.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { readVendorList } from '#app/domain/vendors/list-input.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listVendors } from '#app/domain/vendors/vendor-list.server.ts'
import { ReportViolationInput } from '#app/domain/violations/input.ts'
import { reportViolation } from '#app/domain/violations/report-violation.server.ts'
import { REPORTED_SOURCES } from '#app/domain/violations/sources.ts'
import { listInfoTypes, listViolations } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { ViolationHint } from '#app/ui/case/violation-hint.tsx'
import { CheckboxGroup } from '#app/ui/form/checkbox-group.tsx'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { NumberField } from '#app/ui/form/number-field.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Toolbar } from '#app/ui/table/toolbar.tsx'

const SHOWN = 20

export const loader = authed(async ({ ctx, request }) => {
  requirePermission(ctx, 'violation.report')
  const { searchParams } = new URL(request.url)
  const title = translator(ctx.locale)('violations.report.title')
  const vendorId = searchParams.get('vendor')
  if (vendorId) {
    const { id, name } = await getVendor(ctx, vendorId)
    return { title, vendor: { id, name }, violations: listViolations(), infoTypes: listInfoTypes() }
  }
  const q = searchParams.get('q') ?? ''
  const found = await listVendors(ctx, readVendorList(new URLSearchParams({ q, sort: 'name' })))
  return { title, q, found: found.vendors.slice(0, SHOWN).map(({ id, name, ref }) => ({ id, name, ref })) }
})

export const action = authed(async ({ ctx, form }) => {
  const { id } = await reportViolation(ctx, parseForm(form, ReportViolationInput))
  return redirectWith(can(ctx.actor, 'violation.read') ? paths.violation(id) : paths.work(), { kind: 'done', key: 'violations.done.report' })
})

export const meta = pageMeta

export default function ReportViolation() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  if (data.vendor) return <Report vendor={data.vendor} violations={data.violations} infoTypes={data.infoTypes} />
  return (
    <Page>
      <PageHeader title={t('violations.report.title')} lede={t('violations.report.which')} />
      <Toolbar searchLabel={t('vendors.search')} search={data.q} />
      {data.found.length > 0 ? (
        <ul className="rows-list">
          {data.found.map(({ id, name, ref }) => (
            <li key={id}>
              <RouteLink to={paths.newViolation(id)}>{name}</RouteLink>
              <span className="sub mono">{ref}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('violations.report.noVendor')} />
      )}
    </Page>
  )
}

type Given = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { vendor: object }>

function Report({ vendor, violations, infoTypes }: Pick<Given, 'vendor' | 'violations' | 'infoTypes'>) {
  const t = useT()
  const refused = useActionData<typeof action>()
  const labels = {
    violationId: t('violations.report.violation'),
    changesPlaceOrSubprocessors: t('violations.report.changesPlace'),
    source: t('violations.report.source'),
    facts: t('violations.report.facts'),
    infoTypes: t('violations.report.infoTypes'),
    subjectsAffected: t('violations.report.subjects'),
    firstOn: t('violations.report.firstOn'),
    lastOn: t('violations.report.lastOn'),
  }
  const { field, errors } = useFields(refused, { initial: { changesPlaceOrSubprocessors: false }, labels })
  const violationField = field('violationId', { required: true })
  const [chosen, choose] = useState(violationField.defaultValue)
  const violation = violations.find(({ id }) => id === chosen)
  return (
    <Page>
      <PageHeader title={t('violations.report.title')} lede={t('violations.report.lede', { vendor: vendor.name })} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <input type="hidden" name="vendorId" value={vendor.id} />
        <Select
          field={violationField}
          options={violations.map(({ id, name }) => ({ value: id, label: t('cases.named', { id, name: inLanguage(name, t.locale) }) }))}
          onChange={choose}
        />
        {violation && <ViolationHint violation={violation} />}
        {chosen === 'V-25' && <Checkbox field={field('changesPlaceOrSubprocessors')} />}
        <Select field={field('source', { required: true })} options={REPORTED_SOURCES.map((value) => ({ value, label: t(`cases.source.${value}`) }))} />
        <TextArea field={field('facts', { required: true })} hint={t('violations.report.factsHint')} rows={6} />
        <CheckboxGroup field={field('infoTypes')} choices={infoTypes.map((type) => ({ value: type.v, label: inLanguage(type, t.locale) }))} optional />
        <NumberField field={field('subjectsAffected')} unit={t('violations.report.people')} optional />
        <div className="field-row">
          <DateField field={field('firstOn')} optional />
          <DateField field={field('lastOn')} optional />
        </div>
        <div className="btn-row">
          <SubmitButton>{t('violations.report.action')}</SubmitButton>
        </div>
      </Form>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listCasesOf } from '#app/domain/vendors/tab-rows.server.ts'
import { violationWords } from '#app/domain/vendors/violation-words.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Clause } from '#app/ui/risk/clause.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { CaseStateMark, SeverityMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'violation.read')
  const vendor = await getVendor(ctx, params.vendorId!)
  const rows = await listCasesOf(ctx, vendor.id)
  return { title: translator(ctx.locale)('vendors.tab.violations'), rows: rows.map((row) => ({ ...row, violation: violationWords(row.violationId, ctx.locale) })), zone: ctx.organisation.zone }
})

export const meta = pageMeta

export default function VendorViolations() {
  const t = useT()
  const { rows, zone } = useLoaderData<typeof loader>()
  return (
    <Section title={t('vendors.tab.violations')} aside={<Clause id="R7.3.3" />}>
      {rows.length === 0 ? (
        <p className="muted">{t('vendors.rows.noViolations')}</p>
      ) : (
        <Table
          label={t('vendors.tab.violations')}
          columns={[
            { id: 'violation', label: t('vendors.rows.violation') },
            { id: 'class', label: t('vendors.rows.class') },
            { id: 'severity', label: t('vendors.resume.severity') },
            { id: 'status', label: t('vendors.column.status') },
            { id: 'detected', label: t('vendors.rows.detected') },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead sub={<span className="mono">{row.ref}</span>}>
                  <RowLink to={paths.violation(row.id)}>{row.violation}</RowLink>
                </RowHead>
                <Cell sub={row.class}>{t(`status.class.${row.class}`)}</Cell>
                <Cell>
                  <SeverityMark severity={row.severity} />
                </Cell>
                <Cell>
                  <CaseStateMark state={row.state} />
                </Cell>
                <Cell label={t('vendors.rows.detected')}>{dateTime(row.detectedAt, t.locale, zone, 'year')}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}

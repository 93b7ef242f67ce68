import { useLoaderData } from '@remix-run/react'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listFindingsOf } from '#app/domain/vendors/tab-rows.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Clause } from '#app/ui/risk/clause.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { FindingStatusMark, SeverityMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  const [rows, today] = await Promise.all([listFindingsOf(ctx, vendor.id), getToday(ctx)])
  return { title: translator(ctx.locale)('vendors.tab.findings'), rows, today }
})

const CLOSED = new Set(['verified', 'accepted'])

export const meta = pageMeta

export default function VendorFindings() {
  const t = useT()
  const { rows, today } = useLoaderData<typeof loader>()
  return (
    <Section title={t('vendors.tab.findings')}>
      {rows.length === 0 ? (
        <p className="muted">{t('vendors.rows.noFindings')}</p>
      ) : (
        <Table
          label={t('vendors.tab.findings')}
          columns={[
            { id: 'finding', label: t('vendors.rows.finding') },
            { id: 'severity', label: t('vendors.resume.severity') },
            { id: 'status', label: t('vendors.column.status') },
            { id: 'due', label: t('vendors.rows.due') },
            { id: 'clauses', label: t('vendors.rows.clauses') },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead
                  sub={
                    <>
                      <span className="mono">{row.ref}</span> {row.itemId} {row.isPreContract && t('vendors.rows.preContract')}
                    </>
                  }
                >
                  <RowLink to={paths.finding(row.id)}>{t.locale === 'en' ? row.text.en : row.text.zh}</RowLink>
                </RowHead>
                <Cell>
                  <SeverityMark severity={row.severity} />
                </Cell>
                <Cell>
                  <FindingStatusMark status={row.status} />
                </Cell>
                <Cell label={t('vendors.rows.due')} sub={CLOSED.has(row.status) ? undefined : distance(daysBetween(today, row.dueOn), t)}>
                  {date(row.dueOn, t.locale, 'year')}
                </Cell>
                <Cell>
                  {row.clauses.map((clause) => (
                    <span key={clause}>
                      <Clause id={clause} />{' '}
                    </span>
                  ))}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}

import { useLoaderData } from '@remix-run/react'
import { auditIsOverdue } from '#app/domain/audits/audit-deadlines.ts'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listAuditsOf } from '#app/domain/vendors/tab-rows.server.ts'
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
import { AuditStateMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  const [rows, today] = await Promise.all([listAuditsOf(ctx, vendor.id), getToday(ctx)])
  const vendorEnded = vendor.status === 'terminated' || vendor.status === 'banned'
  const overdue = (row: (typeof rows)[number]) => {
    const laterAuditCompleted = rows.some(({ completedOn }) => completedOn !== null && completedOn > row.dueOn)
    return auditIsOverdue({ state: row.state, dueEffective: row.dueOn, laterAuditCompleted, vendorEnded }, today)
  }
  return { title: translator(ctx.locale)('vendors.tab.audits'), rows: rows.map((row) => ({ ...row, overdue: overdue(row) })), today }
})

export const meta = pageMeta

export default function VendorAudits() {
  const t = useT()
  const { rows, today } = useLoaderData<typeof loader>()
  return (
    <Section title={t('vendors.tab.audits')} aside={<Clause id="R7.3.1" />}>
      {rows.length === 0 ? (
        <p className="muted">{t('vendors.rows.noAudits')}</p>
      ) : (
        <Table
          label={t('vendors.tab.audits')}
          columns={[
            { id: 'ref', label: t('vendors.rows.ref') },
            { id: 'kind', label: t('vendors.rows.kind') },
            { id: 'status', label: t('vendors.column.status') },
            { id: 'due', label: t('vendors.rows.due') },
            { id: 'completed', label: t('vendors.rows.completed') },
            { id: 'grade', label: t('vendors.rows.grade') },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead>
                  <RowLink to={paths.audit(row.id)}>
                    <span className="mono">{row.ref}</span>
                  </RowLink>
                </RowHead>
                <Cell sub={t(`vendors.rows.depth.${row.depth}`)}>{t(`vendors.rows.kindAudit.${row.kind}`)}</Cell>
                <Cell sub={row.isMissed ? t('vendors.rows.missed') : undefined}>
                  <AuditStateMark state={row.state} overdue={row.overdue} />
                </Cell>
                <Cell label={t('vendors.rows.due')} sub={row.completedOn ? undefined : distance(daysBetween(today, row.dueOn), t)}>
                  {date(row.dueOn, t.locale, 'year')}
                </Cell>
                <Cell label={t('vendors.rows.completed')}>{row.completedOn && date(row.completedOn, t.locale, 'year')}</Cell>
                <Cell label={t('vendors.rows.grade')}>{row.grade}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}

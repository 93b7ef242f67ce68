import type { AgreementRow } from '#app/domain/agreements/agreement-list.server.ts'
import { nextAct } from '#app/domain/agreements/next-act.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { AgreementStatusMark } from '../vendor/row-status.tsx'

/** The register's rows: which agreement, with whom, until when, what comes next. */
export function AgreementTable({ rows }: { rows: AgreementRow[] }) {
  const t = useT()
  const day = (on: string) => date(on, t.locale, 'year')
  const columns = ['number', 'vendor', 'status', 'period', 'left', 'next'] as const
  return (
    <Table label={t('agreements.title')} columns={columns.map((id) => ({ id, label: t(`agreements.list.${id}`) }))}>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead sub={row.service}>
              <RowLink to={paths.agreement(row.id)}>
                <span className="mono">{row.number}</span>
              </RowLink>
            </RowHead>
            <Cell>
              <RouteLink to={paths.vendor(row.vendorId)}>{nameIn(t.locale, { name: row.vendorName, nameAlt: row.vendorNameAlt })}</RouteLink>
            </Cell>
            <Cell>
              <AgreementStatusMark status={row.status} />
            </Cell>
            <Cell label={t('agreements.list.period')}>{t('agreements.period', { from: day(row.authStart), to: day(row.authEnd) })}</Cell>
            <Cell label={t('agreements.list.left')}>{row.status === 'active' ? distance(row.daysLeft, t) : ''}</Cell>
            <Cell label={t('agreements.list.next')}>{t(`agreements.act.${nextAct(row)}`)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

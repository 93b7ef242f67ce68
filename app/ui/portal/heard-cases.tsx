import type { CaseState } from '#app/domain/violations/case.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'

type HeardCaseRow = { id: string; ref: string; state: CaseState; statementSentAt: Date | null; vendorRepliedAt: Date | null; noticeIssuedAt: Date | null }

/** What the company has put before the vendor, and whether an answer is wanted. */
export function HeardCases({ cases, zone }: { cases: HeardCaseRow[]; zone: string }) {
  const t = useT()
  const columns = [
    { id: 'about', label: t('portal.case.about') },
    { id: 'state', label: t('portal.case.state') },
  ]
  return (
    <Section title={t('portal.case.list')}>
      <Table label={t('portal.case.list')} columns={columns}>
        <Body>
          {cases.map((each) => (
            <Row key={each.id}>
              <RowHead sub={each.statementSentAt ? t('portal.case.sent', { at: dateTime(each.statementSentAt, t.locale, zone) }) : undefined}>
                <RowLink to={paths.portalCase(each.id)}>{t('portal.case.one', { ref: each.ref })}</RowLink>
              </RowHead>
              <Cell label={t('portal.case.state')}>
                <State row={each} />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}

function State({ row }: { row: HeardCaseRow }) {
  const t = useT()
  if (row.noticeIssuedAt) return <Status mark="critical">{t('portal.case.notice')}</Status>
  if (row.state === 'vendor_response') return <Status mark="attention">{t('portal.case.waiting')}</Status>
  return row.vendorRepliedAt ? <Status mark="ok">{t('portal.case.answered')}</Status> : <Status mark="past">{t('portal.case.closed')}</Status>
}

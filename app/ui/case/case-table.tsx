import type { CaseState, ViolationClass } from '#app/domain/violations/case.ts'
import type { Severity } from '#app/domain/violations/severity.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime, duration } from '#app/i18n/format.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { dueWords } from './due-words.ts'
import { CASE_MARK, inLanguage, SEVERITY_MARK, type Spoken } from './case-words.ts'

type ListedCaseRow = {
  id: string
  ref: string
  vendorName: string
  vendorNameAlt: string | null
  violationId: string
  violation: Spoken
  class: ViolationClass
  severity: Severity
  state: CaseState
  investigatorName: string | null
  deadline?: { dueAt: Date }
  closedAt: Date | null
}

/** Cases, the clock that ends first on top. */
export function CaseTable({ cases, now, zone, isClosed }: { cases: ListedCaseRow[]; now: Date; zone: string; isClosed: boolean }) {
  const t = useT()
  const columns = [
    ...(['case', 'vendor', 'class', 'severity', 'state'] as const).map((id) => ({ id, label: t(`violations.column.${id}`) })),
    { id: 'clock', label: t(isClosed ? 'violations.column.closed' : 'violations.column.deadline') },
  ]
  return (
    <Table label={t('violations.title')} columns={columns} className="cases">
      <Body>
        {cases.map((row) => (
          <Row key={row.id}>
            <RowHead sub={t('cases.named', { id: row.violationId, name: inLanguage(row.violation, t.locale) })}>
              <RowLink to={paths.violation(row.id)}>{row.ref}</RowLink>
            </RowHead>
            <Cell label={t('violations.column.vendor')}>{nameIn(t.locale, { name: row.vendorName, nameAlt: row.vendorNameAlt })}</Cell>
            <Cell label={t('violations.column.class')} sub={t(`status.class.${row.class}`)}>
              {row.class}
            </Cell>
            <Cell label={t('violations.column.severity')}>
              <Status mark={SEVERITY_MARK[row.severity]}>{t(`status.severity.${row.severity}`)}</Status>
            </Cell>
            <Cell label={t('violations.column.state')} sub={row.investigatorName ?? undefined}>
              <Status mark={CASE_MARK[row.state]}>{t(`status.case.${row.state}`)}</Status>
            </Cell>
            <Cell label={t(isClosed ? 'violations.column.closed' : 'violations.column.deadline')}>
              {isClosed ? row.closedAt && dateTime(row.closedAt, t.locale, zone, 'year') : <Deadline dueAt={row.deadline?.dueAt} now={now} zone={zone} />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** When a clock ends and how long that is; nothing where no clock runs. */
function Deadline({ dueAt, now, zone }: { dueAt?: Date; now: Date; zone: string }) {
  const t = useT()
  if (!dueAt) return <span className="muted">{t('violations.noClock')}</span>
  const minutes = (dueAt.getTime() - now.getTime()) / 60_000
  return (
    <>
      <span className={minutes > 0 ? undefined : 'is-danger strong'}>{dueWords(dueAt, zone, t)}</span>
      <span className="sub">{t(minutes > 0 ? 'violations.left' : 'violations.late', { span: duration(Math.abs(minutes), t) })}</span>
    </>
  )
}

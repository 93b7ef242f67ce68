import type { AuditState } from '#app/domain/audits/audit.ts'
import type { AuditDepth } from '#app/domain/audits/checks.ts'
import type { Grade } from '#app/domain/audits/outcomes.ts'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import { Tier, type TierName } from '../risk/tier.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { AUDIT_MARK } from './audit-words.ts'

type ListedAuditRow = {
  id: string
  ref: string
  vendorName: string
  vendorNameAlt: string | null
  tier: TierName | null
  kind: 'first' | 'regular' | 'special'
  depth: AuditDepth
  state: AuditState
  dueEffective: string
  score: number | null
  grade: Grade | null
  completedOn: string | null
  leadName: string | null
  isOverdue: boolean
}

/** Audits, the earliest due on top; closed ones with their grade. */
export function AuditTable({ audits, today, isClosed }: { audits: ListedAuditRow[]; today: string; isClosed: boolean }) {
  const t = useT()
  const last = isClosed ? 'result' : 'due'
  const columns = (['audit', 'vendor', 'tier', 'state', 'lead', last] as const).map((id) => ({ id, label: t(`audits.column.${id}`) }))
  return (
    <Table label={t('audits.title')} columns={columns} className="audits">
      <Body>
        {audits.map((audit) => (
          <Row key={audit.id}>
            <RowHead sub={t('audits.kindAndDepth', { kind: t(`audits.kind.${audit.kind}`), depth: t(`audits.depth.${audit.depth}`) })}>
              <RowLink to={paths.audit(audit.id)}>{audit.ref}</RowLink>
            </RowHead>
            <Cell label={t('audits.column.vendor')}>{nameIn(t.locale, { name: audit.vendorName, nameAlt: audit.vendorNameAlt })}</Cell>
            <Cell label={t('audits.column.tier')}>{audit.tier && <Tier tier={audit.tier} />}</Cell>
            <Cell label={t('audits.column.state')}>
              <Status mark={AUDIT_MARK[audit.state]}>{t(`status.audit.${audit.state}`)}</Status>
            </Cell>
            <Cell label={t('audits.column.lead')}>{audit.leadName ?? t('audits.noLead')}</Cell>
            <Cell label={t(`audits.column.${last}`)}>{isClosed ? <Result audit={audit} /> : <Due audit={audit} today={today} />}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function Due({ audit: { dueEffective, isOverdue }, today }: { audit: ListedAuditRow; today: string }) {
  const t = useT()
  return (
    <>
      <span className={isOverdue ? 'is-danger strong' : undefined}>{date(dueEffective, t.locale, 'year')}</span>
      <span className="sub">{distance(daysBetween(today, dueEffective), t)}</span>
    </>
  )
}

function Result({ audit: { grade, score, completedOn } }: { audit: ListedAuditRow }) {
  const t = useT()
  if (grade === null || score === null) return null
  return (
    <>
      {t('audits.gradeScore', { grade, score })}
      {completedOn && <span className="sub">{date(completedOn, t.locale, 'year')}</span>}
    </>
  )
}

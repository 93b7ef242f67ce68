import type { CheckLine } from '#app/domain/audits/audit-file.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { inLanguage, SEVERITY_MARK } from '../case/case-words.ts'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'
import { Cell, Group, Row, RowHead, Table } from '../table/table.tsx'
import type { AuditPage } from './audit-page.ts'
import { OUTCOME_MARK } from './audit-words.ts'

/** The checks that apply, by area, each with what was found; failures name their evidence and the vendor's plan. */
export function Checklist({ page }: { page: AuditPage }) {
  const t = useT()
  const { checks, audit, isLead, may } = page
  const areas = [...new Set(checks.map(({ area }) => area))]
  const records = audit.state === 'fieldwork' && isLead && may.conduct
  const columns = [
    ...(['check', 'clauses', 'gravity', 'outcome'] as const).map((id) => ({ id, label: t(`audits.check.column.${id}`) })),
    { id: 'action', label: t('ui.table.action'), hidden: true },
  ]
  return (
    <Table label={t('audits.check.label')} columns={columns} className="checklist">
      {areas.map((area) => {
        const lines = checks.filter((check) => check.area === area)
        return (
          <Group key={area} label={t.from(`audits.area.${area}`)} count={lines.length} columns={columns.length}>
            {lines.map((check) => (
              <CheckRow key={check.id} check={check} page={page} records={records} />
            ))}
          </Group>
        )
      })}
    </Table>
  )
}

function CheckRow({ check, page, records }: { check: CheckLine; page: AuditPage; records: boolean }) {
  const t = useT()
  const { id, name, clauses, failSeverity, result } = check
  return (
    <Row>
      <RowHead sub={<Said check={check} page={page} />}>{t('cases.named', { id, name: inLanguage(name, t.locale) })}</RowHead>
      <Cell label={t('audits.check.column.clauses')}>
        <span className="btn-row">
          {clauses.map((clause) => (
            <Clause key={clause} id={clause} />
          ))}
        </span>
      </Cell>
      <Cell label={t('audits.check.column.gravity')}>
        <Status mark={SEVERITY_MARK[failSeverity]}>{t(`status.severity.${failSeverity}`)}</Status>
      </Cell>
      <Cell label={t('audits.check.column.outcome')}>{result ? <Status mark={OUTCOME_MARK[result.outcome]}>{t(`audits.outcome.${result.outcome}`)}</Status> : <span className="muted">{t('audits.check.none')}</span>}</Cell>
      <Cell className="act">
        {records && (
          <ButtonLink to={paths.auditCheck(page.audit.id, id)} small aria-label={t('audits.check.recordOne', { id })}>
            {t(result ? 'audits.check.change' : 'audits.check.record')}
          </ButtonLink>
        )}
      </Cell>
    </Row>
  )
}

function Said({ check: { id, test, result }, page: { gaps } }: { check: CheckLine; page: AuditPage }) {
  const t = useT()
  if (!result) return <span className="sub">{inLanguage(test, t.locale)}</span>
  return (
    <>
      {result.note && <span className="sub lines">{result.note}</span>}
      {result.evidence && <span className="sub">{t('audits.check.evidence', { evidence: result.evidence })}</span>}
      {result.fileId && (
        <span className="sub">
          <a href={paths.file(result.fileId)}>{t('cases.step.document')}</a>
        </span>
      )}
      {result.plan && <span className="sub lines">{t('audits.check.plan', { plan: result.plan })}</span>}
      {gaps.withoutEvidence.includes(id) && (
        <span className="sub">
          <Status mark="attention">{t('audits.check.evidenceMissing')}</Status>
        </span>
      )}
    </>
  )
}

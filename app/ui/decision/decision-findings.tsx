import type { DecisionFinding } from '#app/domain/decisions/decision-view.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { SeverityMark } from '../finding/severity-mark.tsx'
import { Section } from '../page/section.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { inWords } from './in-words.ts'
import { Clauses } from './reasons.tsx'

/** The findings that the decision raises, with the dates by which they must be closed. */
export function DecisionFindings({ findings, raised }: { findings: DecisionFinding[]; raised: boolean }) {
  const t = useT()
  return (
    <Section title={t(raised ? 'review.findings.raised' : 'review.findings.foreseen')} aside={t('review.findings.count', { count: findings.length })}>
      {findings.length === 0 ? (
        <p className="muted">{t('review.findings.none')}</p>
      ) : (
        <Table
          label={t(raised ? 'review.findings.raised' : 'review.findings.foreseen')}
          columns={[
            { id: 'finding', label: t('review.findings.finding') },
            { id: 'severity', label: t('review.findings.severity') },
            { id: 'due', label: t('review.findings.due') },
            { id: 'clauses', label: t('review.reasons.clauses') },
          ]}
        >
          <Body>
            {findings.map((finding) => (
              <Row key={finding.question}>
                <RowHead sub={[finding.ref, finding.question].filter(Boolean).join(' · ')}>{finding.id ? <RowLink to={paths.finding(finding.id)}>{inWords(finding, t)}</RowLink> : inWords(finding, t)}</RowHead>
                <Cell>
                  <SeverityMark severity={finding.severity} />
                </Cell>
                <Cell sub={finding.preContract ? t('review.findings.preContract') : undefined}>{date(finding.dueOn, t.locale, 'year')}</Cell>
                <Cell>
                  <Clauses ids={finding.clauses} />
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}

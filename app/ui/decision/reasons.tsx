import type { Explanation } from '#app/domain/scoring/explanation.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from '../page/note.tsx'
import { Section } from '../page/section.tsx'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'
import { inWords } from './in-words.ts'

/** Every rule and knock-out that fired, what it lowers the decision to, and the clauses behind it. */
export function Reasons({ explanation }: { explanation: Explanation }) {
  const t = useT()
  const { rules, knockouts, inconsistencies } = explanation
  return (
    <Section title={t('review.reasons.title')} aside={inWords(explanation.decision, t)}>
      {rules.length === 0 ? (
        <Note tone="ok" title={t('review.reasons.none')} />
      ) : (
        <Table
          label={t('review.reasons.title')}
          columns={[
            { id: 'rule', label: t('review.reasons.rule') },
            { id: 'lowers', label: t('review.reasons.lowersTo') },
            { id: 'clauses', label: t('review.reasons.clauses') },
          ]}
        >
          <Body>
            {rules.map((rule, index) => (
              <Row key={`${rule.rule} ${index}`}>
                <RowHead>
                  <span className="muted">{rule.rule}</span> {inWords(rule, t)}
                </RowHead>
                <Cell>
                  <Status mark={rule.lowersTo === 'reject' ? 'danger' : 'attention'}>{t(`scoring.decision.${rule.lowersTo}`)}</Status>
                </Cell>
                <Cell>
                  <Clauses ids={rule.clauses} />
                </Cell>
              </Row>
            ))}
            {knockouts.map((knockout) => (
              <Row key={knockout.code}>
                <RowHead sub={knockout.questions.join(', ')}>
                  <span className="muted">{knockout.code}</span> {inWords(knockout, t)}
                </RowHead>
                <Cell>
                  <Status mark={knockout.kind === 'hard' ? 'critical' : 'attention'}>{t(`review.reasons.${knockout.kind}`)}</Status>
                </Cell>
                <Cell>
                  <Clauses ids={knockout.clauses} />
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      {inconsistencies.map((each) => (
        <Note key={each.id} tone="attention" title={t('review.reasons.inconsistent', { id: each.id })}>
          <p>{inWords(each, t)}</p>
        </Note>
      ))}
    </Section>
  )
}

export function Clauses({ ids }: { ids: readonly string[] }) {
  return (
    <span className="clauses">
      {ids.map((id) => (
        <Clause key={id} id={id} />
      ))}
    </span>
  )
}

import type { ExplainedLoss } from '#app/domain/scoring/explanation.ts'
import { reviewAddress } from '#app/http/review-address.ts'
import { percent } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { inWords } from './in-words.ts'

/** The five answers that cost most, each with the answer and the evidence that would win it back (scoring.md §13). */
export function Losses({ losses, assessmentId }: { losses: ExplainedLoss[]; assessmentId: string }) {
  const t = useT()
  if (losses.length === 0) return null
  return (
    <Section title={t('review.losses.title')}>
      <Table
        label={t('review.losses.title')}
        columns={[
          { id: 'question', label: t('review.losses.question') },
          { id: 'answer', label: t('review.losses.remedy') },
          { id: 'cost', label: t('review.losses.cost'), num: true },
        ]}
      >
        <Body>
          {losses.map(({ question, costBp, answer, evidence }) => (
            <Row key={question}>
              <RowHead>
                <RowLink to={reviewAddress(assessmentId, { q: question })}>{question}</RowLink>
              </RowHead>
              <Cell sub={answer && evidence ? inWords(evidence, t) : undefined}>{answer ? inWords(answer, t) : evidence ? inWords(evidence, t) : ''}</Cell>
              <Cell num label={t('review.losses.cost')}>
                {percent(costBp, t.locale)}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}

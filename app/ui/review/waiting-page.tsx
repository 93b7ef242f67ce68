import type { ReviewProgress } from '#app/domain/reviews/review-progress.ts'
import { paths } from '#app/http/paths.ts'
import { date, dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { Bar } from '../bar.tsx'
import { Columns } from '../page/columns.tsx'
import { Facts } from '../page/facts.tsx'
import { PageHeader } from '../page/page-header.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'

type WaitingProps = { waiting: ReviewProgress; head: { assessment: { id: string }; names: { contact: string | null; sender: string | null } }; zone: string }

/** While it is the vendor's turn: how far it is, until when, and how to help it on. */
export function WaitingPage({ waiting, head, zone }: WaitingProps) {
  const t = useT()
  const { assessment, names } = head
  const { answered, questions, sections, asked } = waiting
  const lede = waiting.status === 'withdrawn' ? t('review.waiting.withdrawn') : t('review.waiting.lede', { answered, questions, date: date(waiting.dueOn, t.locale) })
  const facts = [
    { term: t('review.waiting.contact'), value: names.contact ?? t('common.answer.notSet') },
    { term: t('review.waiting.due'), value: date(waiting.dueOn, t.locale, 'full') },
    { term: t('review.waiting.sent'), value: dateTime(waiting.invitedAt, t.locale, zone, 'year') },
    { term: t('review.waiting.sentBy'), value: names.sender ?? '' },
    { term: t('review.waiting.questionnaire'), value: waiting.questionnaire },
    ...(waiting.message ? [{ term: t('review.waiting.message'), value: waiting.message }] : []),
    ...(waiting.withdrawalReason ? [{ term: t('review.waiting.reason'), value: waiting.withdrawalReason }] : []),
  ]
  return (
    <Page>
      <PageHeader
        title={t('review.waiting.title')}
        lede={lede}
        actions={
          waiting.maySend && (
            <ButtonLink kind="main" to={paths.assessmentSending(assessment.id)}>
              {t('review.waiting.sending')}
            </ButtonLink>
          )
        }
      />
      <Columns rail={<Facts facts={facts} />} railLabel={t('review.waiting.facts')}>
        {asked.length > 0 && <Asked asked={asked} />}
        <Section title={t('review.waiting.progress')} aside={t('review.waiting.figures', { answered, questions })}>
          <Table
            label={t('review.waiting.progress')}
            columns={[
              { id: 'section', label: t('review.sections.section') },
              { id: 'bar', label: t('review.waiting.bar'), hidden: true },
              { id: 'answered', label: t('review.waiting.answered'), num: true },
            ]}
          >
            <Body>
              {sections.map(({ id, name, questions: total, answered: done }) => (
                <Row key={id}>
                  <RowHead>
                    <span className="muted">{id}</span> {name}
                  </RowHead>
                  <Cell>
                    <Bar share={total === 0 ? 0 : done / total} />
                  </Cell>
                  <Cell num label={t('review.waiting.answered')}>
                    {t('review.waiting.figures', { answered: done, questions: total })}
                  </Cell>
                </Row>
              ))}
            </Body>
          </Table>
        </Section>
      </Columns>
    </Page>
  )
}

function Asked({ asked }: { asked: WaitingProps['waiting']['asked'] }) {
  const t = useT()
  const open = asked.filter(({ reply }) => reply === null).length
  return (
    <Section title={t('review.waiting.asked')} aside={t('review.waiting.open', { count: open })}>
      <ol className="rest-list">
        {asked.map(({ id, questionId, question, reply }) => (
          <li key={id}>
            <b>{questionId}</b> {question}
            <p className="small">{reply === null ? <Status mark="waiting">{t('review.waiting.noReply')}</Status> : reply}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

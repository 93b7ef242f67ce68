import { countryOptions } from '#app/i18n/countries.ts'
import { date, number } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { scoreAssessment } from '../scoring/score.ts'
import { answersOf } from '../assessments/answers.ts'
import { getAssessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import { isCalendarDate } from '../organisations/calendar-dates.ts'
import type { AnswerWording } from './answer-words.ts'
import { getAssessmentHead, listClarifications, listLastAnswers, listNotes } from './queries.server.ts'
import { reviewAnswers } from './review-answers.server.ts'
import { explanationOf, scoreOf, type AnswerRow, type Scored } from './score-of.server.ts'

/** Everything of one submitted assessment that its reviewer works with, scored as it stands. Throws not-found. */
export async function readReview(ctx: Context, assessmentId: string) {
  const assessment = await getAssessment(ctx, assessmentId)
  const [scored, clarifications, notes, lastRows, head] = await Promise.all([
    scoreOf(ctx, assessment),
    listClarifications(ctx, assessment.id),
    listNotes(ctx, assessment.id),
    listLastAnswers(ctx, assessment),
    getAssessmentHead(ctx, assessment),
  ])
  const explanation = explanationOf(scored)
  const last = { rows: lastRows, scores: lastScores(scored, lastRows) }
  const answers = reviewAnswers({ scored, explanation, clarifications, notes, last, wording: wordingOf(ctx) })
  const waiting = clarifications.filter(({ sentAt }) => sentAt === null)
  return { assessment, scored, explanation, answers, notes: notes.filter(({ questionId }) => questionId === null), waiting, head }
}

function wordingOf({ locale }: Context): AnswerWording {
  const t = translator(locale)
  const countries = new Map(countryOptions(locale).map(({ v, label }) => [v, label]))
  return {
    locale,
    yes: t('common.answer.yes'),
    no: t('common.answer.no'),
    country: (code) => countries.get(code) ?? code,
    number: (value, unit) => (unit === undefined ? number(value, locale) : t('review.answer.measure', { value: number(value, locale), unit: t.from(`portal.section.unit.${unit}`) })),
    date: (iso) => (isCalendarDate(iso) ? date(iso, locale, 'year') : iso),
  }
}

/** What the answers of last time score under today's questionnaire and scope: only then can they be compared. */
function lastScores({ compiled, input }: Scored, rows: readonly AnswerRow[]): Record<string, number> {
  if (rows.length === 0) return {}
  const { trace } = scoreAssessment(compiled, { ...input, answers: answersOf(rows) })
  return Object.fromEntries(compiled.template.questions.map(({ id }, index) => [id, trace.walk.reading.scores[index] ?? 0]))
}

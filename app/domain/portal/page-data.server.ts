import { countryOptions } from '#app/i18n/countries.ts'
import { translator } from '#app/i18n/index.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { givenOf, type GivenAnswer } from '../assessments/answers.ts'
import { isWithVendor } from '../assessments/assessment.ts'
import { slimProgress } from '../assessments/slim-progress.ts'
import type { Context } from '../context.server.ts'
import { listDocuments } from '../evidence/queries.server.ts'
import { findClause } from '../regulation/clauses.server.ts'
import { isAskedFor, type Answering } from './answering.server.ts'
import { documentView, questionViews } from './build-question-views.server.ts'
import { listAssignees, listLastAnswers } from './queries.server.ts'
import type { QuestionView } from './question-view.ts'
import { tasksOf, type Task } from './tasks.ts'

/** Everything that a page of questions shows, in the reader's language. */
export async function pageData(ctx: Context, answering: Answering, ids: ReadonlySet<string>) {
  const { assessment, questionnaire } = answering
  const questions = viewsOf(answering, ids, ctx.locale)
  const [documents, last] = await Promise.all([listDocuments(ctx, assessment.vendorId), listLastAnswers(ctx, assessment)])
  const needsCountries = questions.some(({ columns }) => columns.some(({ type }) => type === 'country'))
  return {
    questions,
    progress: slimProgress(answering.progress),
    countries: needsCountries ? countryOptions(ctx.locale) : [],
    duties: dutiesOf(questions, ctx.locale),
    kinds: questionnaire.compiled.template.evidence_types.map(({ id, zh, en }) => ({ v: id, label: ctx.locale === 'en' ? en : zh })),
    given: documents.map(documentView),
    last: lastOf(last, ids),
  }
}

/** Views in one language, with the words that a template has no text for. */
export function viewsOf(answering: Answering, ids: ReadonlySet<string>, locale: Locale): QuestionView[] {
  const t = translator(locale)
  return questionViews(answering, ids, { locale, yes: t('common.answer.yes'), no: t('common.answer.no') })
}

/** The questions of one section. */
export function idsOfSection({ questionnaire }: Answering, section: string): Set<string> {
  return new Set(questionnaire.compiled.template.questions.filter((question) => question.section === section).map(({ id }) => id))
}

/** After a return: what was asked, and what its changes opened. */
export function idsAskedFor(answering: Answering): Set<string> {
  return new Set(answering.progress.visible.filter((id) => isAskedFor(answering, id)))
}

/** True when nothing on the request's pages can be changed. */
export function isLocked({ assessment }: Answering): boolean {
  return !isWithVendor(assessment)
}

function dutiesOf(questions: QuestionView[], locale: Locale): Record<string, string> {
  const clauses = [...new Set(questions.flatMap((question) => question.clauses))]
  return Object.fromEntries(
    clauses.flatMap((id) => {
      const clause = findClause(id)
      return clause ? [[id, locale === 'en' ? clause.duty.en : clause.duty.zh]] : []
    }),
  )
}

function lastOf(rows: Awaited<ReturnType<typeof listLastAnswers>>, ids: ReadonlySet<string>): Record<string, GivenAnswer> {
  return Object.fromEntries(
    rows.filter((row) => ids.has(row.questionId) && (row.isNa || row.value !== null)).map((row) => [row.questionId, givenOf(row)]),
  )
}

/** The list of sections with how far each is, in the reader's language. */
export async function taskList(ctx: Context, answering: Answering): Promise<Task[]> {
  const { sections } = answering.questionnaire.compiled.template
  return tasksOf({
    progress: slimProgress(answering.progress),
    labels: Object.fromEntries(sections.map(({ id, zh, en }) => [id, ctx.locale === 'en' ? en : zh])),
    assignees: await listAssignees(ctx, answering.assessment),
  })
}

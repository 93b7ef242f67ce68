import { givenOf } from '../assessments/answers.ts'
import { columnOptions } from '../questionnaires/check-table.ts'
import type { Bilingual, Column, Condition, Question } from '../questionnaires/template.ts'
import { walkQuestions } from '../questionnaires/visibility.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Answering } from './answering.server.ts'
import { foldCondition, lookedAt } from './fold-condition.ts'
import type { ColumnView, DocumentView, QuestionView } from './question-view.ts'

type Words = { locale: Locale; yes: string; no: string }

/** Views of the questions that can show on a page, in file order; those that no answer of the page can bring up are left out. */
export function questionViews(answering: Answering, ids: ReadonlySet<string>, words: Words): QuestionView[] {
  const { questionnaire, given } = answering
  const { template } = questionnaire.compiled
  const { reading } = walkQuestions(questionnaire.compiled, given)
  const inProfile = questionnaire.compiled.inProfile[given.tier]
  const known = { template, reading, open: ids }
  return template.questions.flatMap((question, at) => {
    if (!ids.has(question.id) || !inProfile[at]) return []
    const showIf = question.show_if ? foldCondition(question.show_if, known) : true
    if (showIf === false) return []
    return [{ ...viewOf(answering, question, words), ...evidenceView(question, known, words), ...conditionView(showIf) }]
  })
}

function viewOf({ rows, attached, given, questionnaire }: Answering, question: Question, words: Words) {
  const say = sayIn(words)
  const row = rows.find(({ questionId }) => questionId === question.id)
  const context = { template: questionnaire.compiled.template, intake: given.intake }
  return {
    id: question.id,
    section: question.section,
    type: question.type,
    text: say(question),
    help: question.help && say(question.help),
    options: (question.options ?? []).map(({ v, exclusive, ...option }) => ({ v, label: say(option), ...(exclusive ? { exclusive } : {}) })),
    columns: (question.columns ?? []).map((column) => columnView(column, context, words)),
    unit: question.unit,
    range: question.range,
    naAllowed: question.na_allowed,
    required: question.required,
    clauses: question.clauses,
    given: givenOf(row),
    revision: row?.revision ?? 0,
    documents: attached.filter(({ questionId }) => questionId === question.id).map(documentView),
  }
}

function columnView(column: Column, context: Parameters<typeof columnOptions>[1], words: Words): ColumnView {
  const { id, type, required } = column
  const yesNo: Record<string, string> = { yes: words.yes, no: words.no }
  const options = columnOptions(column, context).map(({ v, zh, en }) => ({ v, label: (words.locale === 'en' ? en : zh) ?? yesNo[v] ?? v }))
  return { id, type, required, label: sayIn(words)(column), ...(options.length > 0 ? { options } : {}) }
}

export function documentView(document: { id: string; fileId: string; name: string; sizeBytes: number; type: string; issuedOn: string | null; expiresOn: string | null }): DocumentView {
  const { id, fileId, name, sizeBytes, type, issuedOn, expiresOn } = document
  return { id, fileId, name, sizeBytes, type, issuedOn: issuedOn ?? undefined, expiresOn: expiresOn ?? undefined }
}

function evidenceView({ id, type, evidence }: Question, known: Parameters<typeof foldCondition>[1], words: Words): { evidence?: QuestionView['evidence'] } {
  const { mode, types = [], zh, en } = evidence
  if (mode === 'none' && type !== 'file') return {}
  const text = words.locale === 'en' ? en : zh
  if (mode !== 'required') return { evidence: { required: type === 'file', text, types } }
  const when = foldCondition(evidence.when ?? { op: 'answered' }, known, id)
  return { evidence: { required: true, text, types, ...(typeof when === 'boolean' ? {} : { when }) } }
}

function conditionView(showIf: Condition | true): Pick<QuestionView, 'showIf' | 'parentId'> {
  return showIf === true ? {} : { showIf, parentId: lookedAt(showIf)[0] }
}

const sayIn =
  ({ locale }: Words) =>
  ({ zh, en }: Bilingual) =>
    locale === 'en' ? en : zh

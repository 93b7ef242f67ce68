import { addMonths } from '#app/domain/organisations/calendar-dates.ts'
import type { CompiledQuestion, CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { AnswerValue, Bilingual, Question } from '#app/domain/questionnaires/template.ts'
import type { ExplainedLoss, ExplainedQuestion, Say } from './explanation.ts'
import { roundHalfUp } from './round-half-up.ts'
import type { Score, ScoreInput } from './score.ts'

const TOP = 5
const FULL = 100

/** The five questions that lose most points, w·(10000 − c), each with the answer and evidence that would remove the loss. */
export function explainLosses(
  compiled: CompiledTemplate, score: Score, questions: readonly ExplainedQuestion[], input: ScoreInput, say: Say,
): ExplainedLoss[] {
  const byId = new Map(compiled.questions.map((each) => [each.question.id, each]))
  return [...questions]
    .sort((one, other) => other.lost - one.lost) // stable: equal losses stay in file order
    .filter(({ lost }) => lost > 0)
    .slice(0, TOP)
    .flatMap((explained) => {
      const found = byId.get(explained.id)
      if (!found) return []
      return [{
        question: explained.id, lost: explained.lost, costBp: costOf(compiled, score, found, explained.lost),
        ...answerThatRemoves(found.question, explained, input, say), ...evidenceThatRemoves(found, explained, say),
      }]
    })
}

/** W·lost / (Σw·ΣW): what the question takes away from CE. */
function costOf({ template }: CompiledTemplate, { trace }: Score, { section }: CompiledQuestion, lost: number): number {
  const { sections } = trace.effectiveness
  const total = sections.reduce((sum, each) => sum + (template.sections[each.section]?.weight ?? 0), 0)
  const own = sections.find((each) => each.section === section)
  const weight = template.sections[section]?.weight ?? 0
  return own === undefined || total === 0 ? 0 : roundHalfUp(weight * lost, own.weight * total)
}

function answerThatRemoves(
  question: Question, { a, answer }: ExplainedQuestion, input: ScoreInput, say: Say,
): Pick<ExplainedLoss, 'answer'> {
  return a === FULL ? {} : { answer: bestAnswer(question, answer, input, say) }
}

function bestAnswer(question: Question, answer: AnswerValue | undefined, input: ScoreInput, say: Say): ExplainedLoss['answer'] {
  switch (question.type) {
    case 'yesno':
    case 'single': return bestOption(question, say)
    case 'multi': return bestOptions(question, answer, say)
    case 'number': return bestNumber(question, say)
    case 'date': return bestDate(question, input, say)
    case 'file': return say('scoring.remedy.upload')
    case 'table': return bestTable(question, answer, say)
    case 'text': return undefined
    default: throw new RangeError(`unknown question type ${String(question.type satisfies never)}`)
  }
}

function bestOption({ options = [] }: Question, say: Say): ExplainedLoss['answer'] {
  const best = options.reduce((one, other) => (other.score > one.score ? other : one), options[0] ?? NO_OPTION)
  return { v: best.v, ...inBoth(say, 'scoring.remedy.answer', 'option', best) }
}

const NO_OPTION = { v: '', zh: '', en: '', score: 0 }

function bestOptions({ options = [] }: Question, answer: AnswerValue | undefined, say: Say): ExplainedLoss['answer'] {
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : []
  const scoring = options.filter(({ score }) => score > 0)
  const missing = scoring.filter(({ v }) => !chosen.includes(v))
  return { v: scoring.map(({ v }) => v), ...inBoth(say, 'scoring.remedy.all_of', 'options', listed(missing)) }
}

function bestNumber({ bands = [] }: Question, say: Say): ExplainedLoss['answer'] {
  const best = bands.find((band) => 'score' in band && band.score === FULL)
  if (best === undefined) return undefined
  if ('lte' in best) return { v: best.lte, ...say('scoring.remedy.at_most', { limit: best.lte }) }
  return 'gte' in best ? { v: best.gte, ...say('scoring.remedy.at_least', { limit: best.gte }) } : undefined
}

/** The oldest date that still scores full marks on the assessment date. */
function bestDate({ bands = [] }: Question, { assessmentDate }: ScoreInput, say: Say): ExplainedLoss['answer'] {
  const best = bands.find((band) => 'age_months_lte' in band && band.score === FULL)
  if (best === undefined || !('age_months_lte' in best)) return undefined
  const date = addMonths(assessmentDate, -best.age_months_lte)
  return { v: date, ...say('scoring.remedy.on_or_after', { date }) }
}

function bestTable({ table_scoring: scoring, columns = [] }: Question, answer: AnswerValue | undefined, say: Say): ExplainedLoss['answer'] {
  if (scoring?.rule === 'complete_rows') return say('scoring.remedy.rows', { rows: scoring.min_rows })
  if (scoring?.rule !== 'required_values') return undefined
  const found = new Set(Array.isArray(answer) ? answer.map((row) => (typeof row === 'string' ? row : row[scoring.column])) : [])
  const missing = scoring.values.filter((value) => !found.has(value))
  const options = columns.find(({ id }) => id === scoring.column)?.options
  const labels = missing.map((v) => (Array.isArray(options) && options.find((option) => option.v === v)) || { v, zh: v, en: v })
  return inBoth(say, 'scoring.remedy.values', 'values', listed(labels))
}

/** Evidence is asked for where the status costs something, or where the better answer will call for it. */
function evidenceThatRemoves(
  { evidenceMode, question: { evidence } }: CompiledQuestion, { e, status }: ExplainedQuestion, say: Say,
): Pick<ExplainedLoss, 'evidence'> {
  if (evidenceMode === 'none' || (e === FULL && status !== 'not_due')) return {}
  const types = evidence.types ?? []
  if (evidenceMode === 'self') return { evidence: { types, ...say('scoring.remedy.evidence_self') } }
  return { evidence: { types, ...inBoth(say, 'scoring.remedy.evidence', 'evidence', { zh: evidence.zh ?? '', en: evidence.en ?? '' }) } }
}

function listed(labels: readonly Bilingual[]): Bilingual {
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join('; ') }
}

/** One sentence whose value is itself bilingual. */
function inBoth(say: Say, key: string, name: string, value: Bilingual): Bilingual {
  return { zh: say(key, { [name]: value.zh }).zh, en: say(key, { [name]: value.en }).en }
}

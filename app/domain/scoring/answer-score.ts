import { isWithinMonths, type Day } from '#app/domain/questionnaires/age.ts'
import { answered } from '#app/domain/questionnaires/condition.ts'
import type { AnswerBand, AnswerValue, Column, EvidenceStatus, Question, TableCell, TableRow } from '#app/domain/questionnaires/template.ts'

/** Answer score a, 0–100, of an answered question. */
type AnswerScorer = (value: AnswerValue, assessedOn: Day, status: EvidenceStatus | undefined) => number

const FULL = 100

/** How a question scores its answers (scoring.md §4). Unanswered is 0 and never asks; an unknown option scores 0. */
export function answerScorer(question: Question): AnswerScorer {
  switch (question.type) {
    case 'yesno':
    case 'single': return optionScorer(question)
    case 'multi': return sumScorer(question)
    case 'text': return () => 0
    case 'number': return (value) => (typeof value === 'number' ? bandScore(question.bands, (band) => numberFits(band, value)) : 0)
    case 'date': return (value, on) => (typeof value === 'string' ? bandScore(question.bands, (band) => ageFits(band, value, on)) : 0)
    case 'file': return (_value, _on, status) => (status === 'rejected' ? 0 : FULL)
    case 'table': return tableScorer(question)
    default: throw new RangeError(`unknown question type ${String(question.type satisfies never)}`)
  }
}

function optionScorer(question: Question): AnswerScorer {
  const scores = scoreByOption(question)
  return (value) => (typeof value === 'string' ? scores.get(value) ?? 0 : 0)
}

/** min(100, sum); an option named twice counts once. */
function sumScorer(question: Question): AnswerScorer {
  const scores = scoreByOption(question)
  return (value) => {
    if (!Array.isArray(value)) return 0
    let sum = 0
    for (const option of new Set<unknown>(value)) sum += scores.get(String(option)) ?? 0
    return Math.min(FULL, sum)
  }
}

function scoreByOption(question: Question): Map<string, number> {
  return new Map((question.options ?? []).map((option) => [option.v, option.score]))
}

function bandScore(bands: readonly AnswerBand[] = [], fits: (band: AnswerBand) => boolean): number {
  for (const band of bands) {
    if ('else' in band) return band.else
    if (fits(band)) return band.score
  }
  return 0
}

function numberFits(band: AnswerBand, value: number): boolean {
  return 'lte' in band ? value <= band.lte : 'gte' in band && value >= band.gte
}

function ageFits(band: AnswerBand, date: string, on: Day): boolean {
  return 'age_months_lte' in band && isWithinMonths(date, band.age_months_lte, on)
}

function tableScorer(question: Question): AnswerScorer {
  const scoring = question.table_scoring
  if (!scoring) return () => 0
  if (scoring.rule === 'complete_rows') {
    const required = (question.columns ?? []).filter((column) => column.required)
    return (value) => {
      const rows = tableRows(value)
      return rows.length >= scoring.min_rows && rows.every((row) => isComplete(row, required)) ? FULL : 0
    }
  }
  return (value) => {
    const rows = tableRows(value)
    let found = 0
    for (const wanted of scoring.values) {
      if (rows.some((row) => names(row[scoring.column], wanted))) found += 1
    }
    return Math.min(FULL, scoring.score_each * found)
  }
}

function names(cell: TableCell | undefined, wanted: string): boolean {
  return cell === wanted || (Array.isArray(cell) && cell.includes(wanted))
}

function tableRows(value: AnswerValue): TableRow[] {
  return Array.isArray(value) ? value.filter((row) => typeof row !== 'string') : []
}

function isComplete(row: TableRow, required: readonly Column[]): boolean {
  return required.every((column) => answered(row[column.id]) !== undefined)
}

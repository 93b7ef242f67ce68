import { anything, flag, isRecord, listOf, mapOf, number, oneOf, optional, shape, text, whole, type Check } from './template-shape.ts'
import { COLUMN_TYPES, DIMENSIONS, EVIDENCE_MODES, OPS, QUESTION_TYPES, SEVERITIES, TIERS } from './template.ts'

const bilingual = { zh: text, en: text }
const texts = listOf(text)
const score = whole(0, 100)

const condition: Check = (value, path, report) => {
  if (!isRecord(value)) return report(path, 'must be a condition: all, any, not, q, intake, fact or op')
  if ('all' in value) return shape({ all: listOf(condition, 1) })(value, path, report)
  if ('any' in value) return shape({ any: listOf(condition, 1) })(value, path, report)
  if ('not' in value) return shape({ not: condition })(value, path, report)
  if ('fact' in value) return shape({ fact: text, op: oneOf(['eq']), v: flag })(value, path, report)
  const comparison = { op: oneOf(OPS), v: anything, flag: optional(text), column: optional(text) }
  if ('q' in value) return shape({ q: text, ...comparison })(value, path, report)
  if ('intake' in value) return shape({ intake: text, ...comparison })(value, path, report)
  shape(comparison)(value, path, report)
}

const columnOptions: Check = (value, path, report) => {
  if (typeof value !== 'string') return listOf(shape({ v: text, ...bilingual }), 1)(value, path, report)
  if (value !== 'catalogue:info_types' && !value.startsWith('chosen:')) {
    report(path, 'must be a list of options, catalogue:info_types, or chosen: with an intake item')
  }
}

const column = shape({ id: text, type: oneOf(COLUMN_TYPES), required: flag, options: optional(columnOptions), ...bilingual })

const answerBand: Check = (value, path, report) => {
  if (isRecord(value) && 'else' in value) return shape({ else: score })(value, path, report)
  const limit = isRecord(value) ? ['lte', 'gte', 'age_months_lte'].find((key) => key in value) : undefined
  if (limit === undefined) return report(path, 'must be a band with lte, gte, age_months_lte or else')
  shape({ [limit]: limit === 'age_months_lte' ? whole(0) : number, score })(value, path, report)
}

const intakeBand: Check = (value, path, report) => {
  if (isRecord(value) && 'else' in value) return shape({ else: whole(0) })(value, path, report)
  shape({ lte: number, points: whole(0) })(value, path, report)
}

const intakeItem = shape({
  id: text, type: oneOf(QUESTION_TYPES), required: flag, clauses: texts, ...bilingual,
  required_if: optional(condition), dimension: optional(oneOf(DIMENSIONS)), columns: optional(listOf(column, 1)),
  options: optional(listOf(shape({ v: text, points: optional(whole(0)), ...bilingual }, { open: true }), 1)),
  bands: optional(listOf(intakeBand, 1)), unit: optional(text), integer: optional(flag), rule: optional(text),
  format: optional(oneOf(['registration_number'])), after: optional(shape({ item: text, max_months: whole(1) })),
  note: optional(shape(bilingual)),
})

const tableScoring: Check = (value, path, report) => {
  const rule = isRecord(value) ? value.rule : undefined
  if (rule === 'complete_rows') return shape({ rule: text, min_rows: whole(1) })(value, path, report)
  if (rule === 'required_values') {
    return shape({ rule: text, column: text, values: listOf(text, 1), score_each: score })(value, path, report)
  }
  report([...path, 'rule'], 'must be one of complete_rows, required_values')
}

const finding = { severity: oneOf(SEVERITIES), due_days: whole(0), ...bilingual }

const evidence: Check = (value, path, report) => {
  const silent = isRecord(value) && value.mode === 'none'
  const words = silent ? { zh: optional(text), en: optional(text) } : bilingual
  const types = silent ? optional(texts) : listOf(text, 1)
  shape({ mode: oneOf(EVIDENCE_MODES), types, when: optional(condition), ...words })(value, path, report)
}

const question = shape({
  id: text, section: text, type: oneOf(QUESTION_TYPES), weight: whole(0), required: flag, na_allowed: flag, ...bilingual,
  help: optional(shape(bilingual)), show_if: optional(condition), bands: optional(listOf(answerBand, 1)), unit: optional(text),
  options: optional(listOf(shape({ v: text, score, exclusive: optional(flag), ...bilingual }, { open: true }), 1)),
  range: optional(shape({ min: number, max: number })), columns: optional(listOf(column, 1)), table_scoring: optional(tableScoring),
  evidence, clauses: texts, map: optional(mapOf(texts)),
  knockouts: optional(listOf(shape({ when: condition, code: text, only_tiers: optional(listOf(oneOf(TIERS), 1)) }))),
  findings: optional(listOf(shape({ when: condition, pre_contract: flag, ...finding }))),
})

const profile = shape({
  tiers: listOf(oneOf(TIERS), 1), ...bilingual,
  questions: (value, path, report) => value === 'all' || listOf(text, 1)(value, path, report),
})

/** The form of a questionnaire file; what its names lead to is checked by `checkTemplate`. */
export const templateSchema = shape({
  version: text, template_id: text, languages: texts,
  conventions: shape({ evidence_missing_finding: shape(finding), evidence_stale_finding: shape(finding) }, { open: true }),
  evidence_types: listOf(shape({
    id: text, use_expiry_date: optional(flag), ...bilingual,
    max_age_months: (value, path, report) => value === null || whole(1)(value, path, report),
  })),
  facts: listOf(shape({ id: text, when: condition, ...bilingual })),
  intake: shape({ id: text, audience: text, items: listOf(intakeItem, 1), ...bilingual }),
  sections: listOf(shape({ id: text, weight: whole(0), ...bilingual }), 1),
  knockouts: listOf(shape({
    code: text, kind: oneOf(['hard', 'soft']), clauses: texts, effect: text, overridable: flag, ...bilingual,
  })),
  profiles: mapOf(profile),
  consistency_checks: listOf(shape({ id: text, when: condition, ...bilingual })),
  questions: listOf(question, 1),
})

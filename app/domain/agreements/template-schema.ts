import { anything, flag, isRecord, listOf, mapOf, oneOf, optional, shape, text, whole, type Check } from '../questionnaires/template-shape.ts'
import { SCHEDULE_IDS } from './template.ts'

const bilingual = { zh: text, en: text }
const words = shape(bilingual)
const texts = listOf(text)
const column = shape({ id: text, source: optional(text), ...bilingual })

/** The form of a condition; whether its names exist is seen when it is compiled against the questionnaire. */
const condition: Check = (value, path, report) => {
  if (!isRecord(value)) return report(path, 'must be a condition: all, any, not, fact or intake')
  if ('all' in value) return shape({ all: listOf(condition, 1) })(value, path, report)
  if ('any' in value) return shape({ any: listOf(condition, 1) })(value, path, report)
  if ('not' in value) return shape({ not: condition })(value, path, report)
  if ('fact' in value) return shape({ fact: text, op: oneOf(['eq']), v: flag })(value, path, report)
  shape({ intake: text, op: text, v: anything })(value, path, report)
}

const parameterHead = { id: text, type: text, required: optional(flag), source: optional(text), rule: optional(text), ...bilingual }
const integer = {
  default: whole(0), min: whole(0), max: whole(0), stricter: oneOf(['lower', 'higher']), max_if_fin_cn: optional(whole(0)),
  by_tier: optional(shape({ T1: whole(0), T2: whole(0), T3: whole(0), T4: whole(0) })),
}
const PARAMETERS: Record<string, Check> = {
  text: shape({ ...parameterHead, default: anything }),
  date: shape({ ...parameterHead, default: anything, default_text: optional(words), value_text: optional(words) }),
  int: shape({ ...parameterHead, ...integer }),
  enum: shape({ ...parameterHead, default: anything, stricter: optional(text), options: listOf(shape({ v: text, ...bilingual }), 1) }),
  list: shape({ ...parameterHead, default: anything, min_items: optional(whole(1)), catch_all: optional(shape({ whole: texts, ending: texts })) }),
}

const parameter: Check = (value, path, report) => {
  const check = isRecord(value) ? PARAMETERS[String(value.type)] : undefined
  if (check) check(value, path, report)
  else report([...path, 'type'], `must be one of ${Object.keys(PARAMETERS).join(', ')}`)
}

const clause = shape({
  id: text, section: text, title_zh: text, title_en: text, mandatory: flag, negotiable: oneOf(['locked', 'param', 'optional']),
  params: texts, clauses: texts, law: texts, enforced_by: optional(texts), include_when: optional(condition),
  exclusive_group: optional(text), ...bilingual,
})

const jointDuty = shape({ id: text, responsible: oneOf(['company', 'vendor', 'both']), ...bilingual })
const schedule = shape({
  id: oneOf(SCHEDULE_IDS), mandatory: flag, source: optional(text), rule: optional(text), table: optional(listOf(column, 1)), ...bilingual,
  form: optional(listOf(column, 1)), note: optional(words), empty_text: optional(words), words: optional(mapOf(words)),
  joint_duties: optional(listOf(jointDuty, 1)), required_roles: optional(texts),
})

export const agreementSchema = shape({
  version: text, template_id: text, languages: texts, notice_zh: text, notice_en: text, generation_rules: texts, law_references: mapOf(text),
  exclusive_groups: listOf(shape({ id: text, exactly_one: flag })), places: mapOf(words), sections: listOf(shape({ id: text, ...bilingual }), 1),
  parameters: listOf(parameter, 1), clauses: listOf(clause, 1), schedules: listOf(schedule, 1),
})

export const logSpecificationSchema = shape({
  version: text, schema_version: whole(1), columns: listOf(column, 1), needs: shape({ yes: words, cond: words, no: words }),
  fields: listOf(shape({ field: text, need: oneOf(['yes', 'cond', 'no']), type: words, meaning: words }), 1),
  notes: listOf(words), recipients: words, no_recipients: words,
})

export const commitmentSchema = shape({
  version: text, sections: texts,
  commitments: listOf(shape({
    q: text, ...bilingual, answers: optional(mapOf(words)), option: optional(shape({ omit: texts })), text: optional(words), place: optional(words),
  }), 1),
})

export const completenessSchema = shape({
  version: text, sources: listOf(shape({ id: text, ...bilingual }), 1),
  requirements: listOf(shape({
    id: text, source: text, article: text, ...bilingual, when: optional(condition), all_of: optional(texts), any_of: optional(texts),
    schedules: optional(listOf(oneOf(SCHEDULE_IDS))),
  }), 1),
})

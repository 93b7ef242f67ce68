import { addMonths, isCalendarDate } from '../organisations/calendar-dates.ts'
import { approvedValue, type Deviation } from './deviations.ts'
import type { NumberedClause } from './clauses.ts'
import { isCatchAll } from './purposes.ts'
import type {
  AgreementTemplate, Bilingual, DraftProblem, EnumParameter, IntParameter, ListParameter, Parameter, TextParameter, Tier,
} from './template.ts'
import { joinWords, longDate, plainLine, sameWords } from './wording.ts'

/** A code of the questionnaire, free words, or both: `other` with its explanation. */
export type ListItem = string | (Bilingual & { code?: string })
export type ParameterValue = string | number | Bilingual | ListItem[]
export type ParameterValues = Record<string, ParameterValue | undefined>

export type ParameterRequest = {
  template: AgreementTemplate
  clauses: NumberedClause[]
  values: ParameterValues
  tier: Tier
  finCn: boolean
  deviations: Deviation[]
  /** Words for codes in lists; purposes of IN-04. */
  labels: Record<string, Bilingual>
}

/** A parameter that could not be resolved has problems and no text. */
export type ResolvedParameters = { texts: Map<string, Bilingual>; values: ParameterValues; problems: DraftProblem[] }

type Outcome = { value?: ParameterValue; text?: Bilingual; problems?: DraftProblem[] }

const LONGEST_TEXT = 500
const LONGEST_AUTHORISATION_MONTHS = 36
const DERIVED_DEFAULTS = ['auto', 'last_signature_date']

/** Values, defaults and their words for every parameter that the chosen clauses use. */
export function resolveParameters(request: ParameterRequest): ResolvedParameters {
  const used = new Set(request.clauses.flatMap(({ clause }) => clause.params))
  const resolved: ResolvedParameters = { texts: new Map(), values: {}, problems: [] }
  for (const parameter of request.template.parameters.filter(({ id }) => used.has(id))) {
    const { value, text, problems = [] } = resolveOne(parameter, request)
    resolved.problems.push(...problems)
    if (value !== undefined) resolved.values[parameter.id] = value
    if (text && problems.length === 0) resolved.texts.set(parameter.id, text)
  }
  resolved.problems.push(...checkPeriod(resolved.values))
  return resolved
}

/** True when `value` protects customer information less than `reference`. */
export function isLooser({ stricter }: Pick<IntParameter, 'stricter'>, value: number, reference: number): boolean {
  return stricter === 'lower' ? value > reference : value < reference
}

/** The value before anyone changes it: by_tier, else the default. */
export function defaultFor(parameter: Parameter, tier: Tier): ParameterValue | undefined {
  if (parameter.type === 'int') return parameter.by_tier?.[tier] ?? parameter.default
  if (typeof parameter.default === 'string' && DERIVED_DEFAULTS.includes(parameter.default)) return undefined
  return parameter.default ?? undefined
}

function resolveOne(parameter: Parameter, request: ParameterRequest): Outcome {
  const given = request.values[parameter.id]
  const value = isBlank(given) ? defaultFor(parameter, request.tier) : given
  if (value === undefined) return withoutValue(parameter)
  switch (parameter.type) {
    case 'int': return resolveInteger(parameter, value, request)
    case 'text': return resolveText(parameter, value)
    case 'date': return typeof value === 'string' && isCalendarDate(value)
      ? { value, text: parameter.value_text ? dateIn(parameter.value_text, value) : longDate(value) }
      : refuse('parameter_not_a_date', parameter)
    case 'enum': return resolveChoice(parameter, value)
    case 'list': return resolveList(parameter, value, request.labels)
    default: throw new RangeError(`unknown parameter type ${String(parameter satisfies never)}`)
  }
}

function withoutValue(parameter: Parameter): Outcome {
  if (parameter.type === 'date' && parameter.default_text) return { text: parameter.default_text }
  if (parameter.id === 'auth_end') return refuse('authorisation_without_end', parameter)
  return refuse('parameter_missing', parameter)
}

function resolveInteger(parameter: IntParameter, value: ParameterValue, { tier, finCn, deviations }: ParameterRequest): Outcome {
  if (typeof value !== 'number' || !Number.isInteger(value)) return refuse('parameter_not_a_number', parameter)
  const max = finCn ? Math.min(parameter.max, parameter.max_if_fin_cn ?? parameter.max) : parameter.max
  if (value < parameter.min || value > max) {
    return { value, ...refuse('parameter_out_of_range', parameter, { value, min: parameter.min, max }) }
  }
  const tierValue = parameter.by_tier?.[tier]
  if (tierValue !== undefined && isLooser(parameter, value, tierValue) && !allows(approvedValue(deviations, parameter.id), value)) {
    return { value, ...refuse('parameter_looser_than_tier', parameter, { value, tier, default: tierValue }) }
  }
  return { value, text: sameWords(value) }
}

/** A deviation covers exactly the value that was approved. */
function allows(deviation: Deviation | undefined, value: number): boolean {
  return deviation !== undefined && deviation.new.zh.trim() === String(value) && deviation.new.en.trim() === String(value)
}

function resolveText(parameter: TextParameter, value: ParameterValue): Outcome {
  if (Array.isArray(value)) return refuse('parameter_missing', parameter)
  const words = typeof value === 'object' ? { zh: plainLine(value.zh), en: plainLine(value.en) } : sameWords(plainLine(String(value)))
  if (words.zh === '' || words.en === '') return refuse('parameter_missing', parameter)
  if (Math.max(words.zh.length, words.en.length) > LONGEST_TEXT) return refuse('parameter_too_long', parameter, { max: LONGEST_TEXT })
  return { value: typeof value === 'object' ? words : words.zh, text: words }
}

function resolveChoice(parameter: EnumParameter, value: ParameterValue): Outcome {
  const option = parameter.options.find(({ v }) => v === value)
  if (!option) return refuse('parameter_not_offered', parameter, { value: typeof value === 'object' ? '' : value })
  return { value: option.v, text: { zh: option.zh, en: option.en } }
}

function resolveList(parameter: ListParameter, value: ParameterValue, labels: Record<string, Bilingual>): Outcome {
  const items: ListItem[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const words = items.map((item) => wordsOf(item, labels)).filter(({ zh, en }) => zh !== '' && en !== '')
  if (words.length < Math.max(parameter.min_items ?? 1, items.length)) return refuse('parameter_missing', parameter)
  const { catch_all: catchAll } = parameter
  const vague = catchAll ? items.find((item) => isCatchAll(item, wordsOf(item, labels), catchAll)) : undefined
  if (vague !== undefined) return refuse('purpose_catch_all', parameter, { item: wordsOf(vague, labels).zh })
  return { value: items, text: joinWords(words) }
}

function wordsOf(item: ListItem, labels: Record<string, Bilingual>): Bilingual {
  if (typeof item === 'object') return { zh: plainLine(item.zh), en: plainLine(item.en) }
  return labels[item] ?? sameWords(plainLine(item))
}

/** auth_start < auth_end <= auth_start + 36 months; nothing is authorised before the agreement takes effect. */
function checkPeriod({ auth_start: start, auth_end: end, effective_date: effective, sign_date: signed }: ParameterValues): DraftProblem[] {
  const problems: DraftProblem[] = []
  if (!isCalendarDate(start)) return problems
  const earliest = isCalendarDate(effective) ? effective : signed
  if (isCalendarDate(earliest) && start < earliest) {
    problems.push({ code: 'agreementDraft.problem.authorisation_before_effect', data: { parameter: 'auth_start', earliest } })
  }
  if (!isCalendarDate(end)) return problems
  const latest = addMonths(start, LONGEST_AUTHORISATION_MONTHS)
  if (end <= start) problems.push({ code: 'agreementDraft.problem.authorisation_ends_before_start', data: { parameter: 'auth_end' } })
  if (end > latest) problems.push({ code: 'agreementDraft.problem.authorisation_too_long', data: { parameter: 'auth_end', latest } })
  return problems
}

function dateIn(words: Bilingual, date: string): Bilingual {
  const long = longDate(date)
  return { zh: words.zh.replace('{{value}}', long.zh), en: words.en.replace('{{value}}', long.en) }
}

function isBlank(value: ParameterValue | undefined): boolean {
  return value === undefined || value === 'auto' || value === 'last_signature_date' || (typeof value === 'string' && value.trim() === '')
}

function refuse(code: string, parameter: Parameter, data: DraftProblem['data'] = {}): Outcome {
  return { problems: [{ code: `agreementDraft.problem.${code}`, data: { parameter: parameter.id, ...data } }] }
}

import { isCalendarDate } from '../organisations/calendar-dates.ts'
import { readHours } from './allowed-hours.ts'
import type { Labels } from './labels.ts'
import type { ScopeRow } from './scope.ts'
import type { DraftProblem } from './template.ts'

export type ScopeFrame = {
  authStart?: string
  authEnd?: string
  labels: Labels
  /** IN-04 codes of the parameter `purposes`; empty when the purposes are free words only. */
  purposes: string[]
  /** What the risk assessment saw: IN-06 and IN-08 codes. Nothing beyond it may be authorised. */
  assessed?: { infoTypes: string[]; operations: string[] }
  /** Given when the engagement was assessed as staying at home: then no row may name another place. */
  onlyCountry?: string
}

type Check = (row: ScopeRow, frame: ScopeFrame) => (Omit<DraftProblem['data'], 'row'> & { code: string }) | undefined

const COUNTRY = /^[A-Z]{2}$/
const CEILINGS = ['max_subjects', 'max_records_per_day', 'max_export_per_event'] as const
const NAMED = ['info_type', 'scenario_id', 'scenario', 'purpose', 'legal_basis'] as const

/** Schedule 1 against the authorisation period and the assessment (agreement.yaml S1 rule); rows are counted from 1. */
export function checkScope(rows: ScopeRow[], frame: ScopeFrame): DraftProblem[] {
  if (rows.length === 0) return [{ code: 'agreementDraft.problem.scope_empty', data: { schedule: 'S1' } }]
  return rows.flatMap((row, index) =>
    CHECKS.flatMap((check) => {
      const found = check(row, frame)
      if (!found) return []
      const { code, ...data } = found
      return [{ code: `agreementDraft.problem.${code}`, data: { ...data, row: index + 1 } }]
    }),
  )
}

const CHECKS: Check[] = [
  (row) => {
    const column = NAMED.find((name) => row[name].trim() === '')
    return column && { code: 'scope_cell_missing', column }
  },
  (row) => (row.operations.length === 0 ? { code: 'scope_cell_missing', column: 'operations' } : undefined),
  (row) => (row.countries.length === 0 ? { code: 'scope_cell_missing', column: 'countries' } : undefined),
  (row) => {
    const column = CEILINGS.find((name) => !isCeiling(row[name]))
    return column && { code: 'scope_ceiling_missing', column }
  },
  (row, { labels }) => unknown('info_type', [row.info_type].filter((type) => type === 'none' || !(type in labels.infoTypes))),
  (row, { labels }) => unknown('operations', row.operations.filter((operation) => !(operation in labels.operations))),
  (row, { labels }) => unknown('purpose', [row.purpose].filter((purpose) => purpose !== '' && !(purpose in labels.purposes))),
  (row, { labels }) => unknown('legal_basis', [row.legal_basis].filter((basis) => basis === 'unclear' || (basis !== '' && !(basis in labels.legalBases)))),
  (row) => unknown('countries', row.countries.filter((country) => !COUNTRY.test(country))),
  (row, { purposes }) => (purposes.length > 0 && !purposes.includes(row.purpose) ? { code: 'scope_purpose_not_agreed', value: row.purpose } : undefined),
  (row, { assessed }) => {
    if (!assessed) return undefined
    const beyond = assessed.infoTypes.includes(row.info_type)
      ? row.operations.find((operation) => !assessed.operations.includes(operation))
      : row.info_type
    return beyond === undefined ? undefined : { code: 'scope_not_assessed', value: beyond }
  },
  (row, { onlyCountry }) => {
    const abroad = onlyCountry === undefined ? undefined : row.countries.find((country) => country !== onlyCountry)
    return abroad === undefined ? undefined : { code: 'scope_abroad_not_assessed', value: abroad }
  },
  (row) => (readHours(row.hours) === undefined ? { code: 'scope_hours_invalid', value: row.hours } : undefined),
  (row) => {
    const invalid = [row.valid_from, row.valid_to].find((date) => !isCalendarDate(date))
    return invalid === undefined ? undefined : { code: 'scope_date_invalid', value: invalid }
  },
  (row, { authStart, authEnd }) => {
    if (![row.valid_from, row.valid_to, authStart, authEnd].every(isCalendarDate)) return undefined
    const inside = row.valid_from >= (authStart ?? '') && row.valid_to <= (authEnd ?? '') && row.valid_from <= row.valid_to
    return inside ? undefined : { code: 'scope_dates_outside', from: authStart ?? '', to: authEnd ?? '' }
  },
]

function unknown(column: string, values: string[]) {
  return values[0] === undefined || values[0] === '' ? undefined : { code: 'scope_value_unknown', column, value: values[0] }
}

function isCeiling(value: number | undefined): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0
}

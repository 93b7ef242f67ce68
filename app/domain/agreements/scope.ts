import type { IntakeAnswers, TableRow } from '../questionnaires/template.ts'

/** One row of Schedule 1: what the vendor may do, as access-log rules read it (agreement.yaml S1, accesslogs.md §3). */
export type ScopeRow = {
  /** One IN-06 code. */
  info_type: string
  fields: string[]
  scenario_id: string
  scenario: string
  /** IN-08 codes. */
  operations: string[]
  /** One IN-04 code. */
  purpose: string
  /** One IN-17 code. */
  legal_basis: string
  max_subjects?: number
  max_records_per_day?: number
  max_export_per_event?: number
  /** ISO 3166-1 alpha-2. */
  countries: string[]
  /** '24x7' or 'HH:MM-HH:MM'. */
  hours: string
  /** Recipient ids or domains that may receive a transmission. */
  recipients: string[]
  /** Calendar dates, both included. */
  valid_from: string
  valid_to: string
}

/** What the intake does not ask; the drafter fills it once for all rows and may change single rows later. */
type ScopeDefaults = Partial<Pick<ScopeRow, 'max_records_per_day' | 'max_export_per_event' | 'hours' | 'recipients' | 'fields'>>

/**
 * Schedule 1 as the intake proposes it: one row per IN-05 scenario and information type. Ceilings that nobody has set stay
 * empty, so that the check asks for them; without the operation `provide` nothing may be exported.
 */
export function scopeFromIntake(intake: IntakeAnswers, defaults: ScopeDefaults = {}): ScopeRow[] {
  const scenarios = scenarioIds(tableOf(intake['IN-05']))
  return tableOf(intake['IN-05']).flatMap((row) => {
    const operations = listOf(row.operations)
    const provides = operations.includes('provide')
    return listOf(row.info_types).map((infoType) => ({
      info_type: infoType,
      fields: defaults.fields ?? [],
      scenario_id: scenarios.get(textOf(row.scenario)) ?? '',
      scenario: textOf(row.scenario),
      operations,
      purpose: textOf(row.purpose),
      legal_basis: textOf(intake['IN-17']),
      max_subjects: numberOf(intake['IN-07']),
      max_records_per_day: defaults.max_records_per_day,
      max_export_per_event: provides ? defaults.max_export_per_event : 0,
      countries: [...new Set(tableOf(intake['IN-10']).map((place) => textOf(place.country)))],
      hours: defaults.hours ?? '24x7',
      recipients: provides ? (defaults.recipients ?? []) : [],
      valid_from: textOf(intake['IN-15']),
      valid_to: textOf(intake['IN-16']),
    }))
  })
}

/** Every recipient that some row allows; Schedule 4 names them. */
export function approvedRecipients(rows: ScopeRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.recipients))]
}

/** Gives rows that were added by hand the number of their scenario: the one that another row has, else the next free one. */
export function numberScenarios<T extends Pick<ScopeRow, 'scenario' | 'scenario_id'>>(rows: T[]): T[] {
  const known = new Map(rows.filter((row) => row.scenario_id !== '').map((row) => [row.scenario, row.scenario_id]))
  const taken = new Set(known.values())
  return rows.map((row) => {
    if (row.scenario_id !== '' || row.scenario === '') return row
    const id = known.get(row.scenario) ?? nextFree(taken)
    known.set(row.scenario, id)
    taken.add(id)
    return { ...row, scenario_id: id }
  })
}

function nextFree(taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(scenarioId(number))) number += 1
  return scenarioId(number)
}

const scenarioId = (number: number) => `S-${String(number).padStart(2, '0')}`

/** S-01, S-02 … in the order in which scenarios first appear. */
function scenarioIds(rows: TableRow[]): Map<string, string> {
  const names = [...new Set(rows.map((row) => textOf(row.scenario)))]
  return new Map(names.map((name, index) => [name, scenarioId(index + 1)]))
}

function tableOf(value: unknown): TableRow[] {
  return Array.isArray(value) ? value.filter((row): row is TableRow => typeof row === 'object' && row !== null) : []
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined || value === '' ? [] : [String(value)]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

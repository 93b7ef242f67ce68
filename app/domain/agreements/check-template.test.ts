import { describe, expect, test } from 'vitest'
import { checkAgreementTemplate, checkCommitmentLibrary, checkCompletenessLibrary, checkLogSpecification } from './check-template.ts'
import { readAgreementLibrary } from './agreement-library.server.ts'

const library = readAgreementLibrary()
type Loose = Record<string, Record<string, Record<string, unknown>>>

/** A copy of the template with one place changed. */
function changed(key: 'clauses' | 'parameters' | 'exclusive_groups' | 'schedules', id: string, change: Record<string, unknown>) {
  const copy = structuredClone(library.template) as unknown as Loose
  const entry = Object.values(copy[key] ?? {}).find((each) => each.id === id)
  Object.assign(entry ?? {}, change)
  return copy
}

const messages = (doc: unknown) => checkAgreementTemplate(doc).map(({ path, message }) => `${path.join('.')}: ${message}`)

test('the shipped template has no fault and 46 clauses', () => {
  expect(messages(library.template)).toEqual([])
  expect(library.template.clauses).toHaveLength(46)
})

describe('refuses', () => {
  test.each([
    ['what is no map', [], ': must be a map'],
    ['an unknown parameter', changed('clauses', 'DPA-12', { params: ['confidentiality_years', 'nonsense'] }), 'no parameter nonsense'],
    ['a placeholder that params does not name', changed('clauses', 'DPA-16', { zh: '{{plan_days}}' }), 'uses plan_days, which params does not name'],
    ['a parameter used in one language only', changed('clauses', 'DPA-12', { en: 'Nothing.' }), 'does not use confidentiality_years'],
    ['a reference to nowhere', changed('clauses', 'DPA-16', { en: 'See clause DPA-99.' }), 'refers to DPA-99, which does not exist'],
    ['an unknown section', changed('clauses', 'DPA-16', { section: 'Z' }), 'no section Z'],
    ['a clause without Chinese', changed('clauses', 'DPA-16', { zh: ' ' }), 'must be text that is not empty'],
    ['two clauses of one id', changed('clauses', 'DPA-16', { id: 'DPA-15' }), 'DPA-15 is used twice'],
    ['a condition that is none', changed('clauses', 'DPA-16', { include_when: { maybe: true } }), 'maybe: is not a known key'],
    ['a regulation clause that is none', changed('clauses', 'DPA-16', { clauses: ['R71'] }), 'R71 is no regulation clause'],
    ['a group without a clause', changed('exclusive_groups', 'role', { id: 'roles' }), 'no clause belongs to roles'],
    ['a default outside its limits', changed('parameters', 'plan_days', { default: 11 }), 'default 11 lies outside 1 to 10'],
    ['a tier value outside its limits', changed('parameters', 'log_interval_days', { by_tier: { T1: 7, T2: 30, T3: 30, T4: 32 } }), 'T4 32 lies outside 1 to 31'],
    ['a number without a direction', changed('parameters', 'plan_days', { stricter: undefined }), 'must be one of lower, higher'],
    ['a choice without its default', changed('parameters', 'minimum_tls', { default: 'TLS 1.0' }), 'must be one of the options'],
    ['purposes without catch-alls', changed('parameters', 'purposes', { catch_all: undefined }), 'must say which purposes are catch-alls'],
    ['a missing schedule', changed('schedules', 'S6', { id: 'S5' }), 'must be S1, S2, S3, S4, S5, S6 in this order'],
  ])('%s', (_, doc, message) => {
    expect(messages(doc).join('\n')).toContain(message)
  })

  test('completeness rules that name a clause or source that is not there', () => {
    const broken = { ...library.completeness, requirements: [{ id: 'X', source: 'NOLAW', article: '1', zh: '甲', en: 'A', all_of: ['DPA-99'] }] }
    expect(checkCompletenessLibrary(broken, library.template).map(({ message }) => message)).toEqual(['no clause DPA-99', 'no source NOLAW'])
  })

  test('log fields and commitments of another shape', () => {
    expect(checkLogSpecification({ ...library.logSpecification, notes: ['one language'] })).toHaveLength(1)
    expect(checkCommitmentLibrary({ ...library.commitments, commitments: [{ q: 'ACC-01', zh: '甲' }] })).toHaveLength(1)
  })
})

test('every commitment speaks of a question in its sections, and every answer value exists', () => {
  for (const rule of library.commitments.commitments) {
    const question = library.questionnaire.questions.find(({ id }) => id === rule.q)
    expect(library.commitments.sections).toContain(question?.section)
    const values = question?.options?.map(({ v }) => v) ?? []
    for (const value of [...Object.keys(rule.answers ?? {}), ...(rule.option?.omit ?? [])]) expect(values).toContain(value)
  }
})

test('the log specification has every field of the canonical record', () => {
  expect(library.logSpecification.fields.map(({ field }) => field)).toEqual([
    'event_id', 'ts', 'actor_id', 'actor_org', 'actor_role', 'auth_method', 'action', 'info_types', 'fields', 'subject_ref', 'subject_count',
    'record_count', 'purpose', 'scenario_id', 'ticket_ref', 'approval_ref', 'source_ip', 'source_country', 'device_id', 'system', 'channel',
    'destination', 'dest_country', 'result', 'bytes', 'prev_hash', 'hash',
  ])
})

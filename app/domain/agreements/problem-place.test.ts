import { expect, test } from 'vitest'
import { placeOf } from './problem-place.ts'

const at = (code: string, data: Record<string, string | number> = {}) => placeOf({ code: `agreementDraft.problem.${code}`, data })

test('a gate leads to the page where it is lifted', () => {
  expect(at('findings_open')).toEqual({ page: 'findings' })
  expect(at('hard_knockout')).toEqual({ page: 'decision' })
  expect(at('impact_assessment_missing')).toEqual({ page: 'engagement' })
})

test('a value, a row of Schedule 1, a contact and a clause lead to their place on the edit page', () => {
  expect(at('parameter_missing', { parameter: 'main_contract_ref' })).toEqual({ page: 'edit', anchor: 'parameter-main_contract_ref' })
  expect(at('scope_ceiling_missing', { row: 2, column: 'max_subjects' })).toEqual({ page: 'edit', anchor: 'scope-2' })
  expect(at('scope_empty', { schedule: 'S1' })).toEqual({ page: 'edit', anchor: 'scope' })
  expect(at('contact_missing', { party: 'company', role: 'privacy_lead' })).toEqual({ page: 'edit', anchor: 'contacts' })
  expect(at('deviation_not_approved', { clause: 'DPA-35' })).toEqual({ page: 'edit', anchor: 'clauses' })
})

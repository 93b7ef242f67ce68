import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '#app/domain/questionnaires/age.ts'
import type { AnswerValue, EvidenceStatus } from '#app/domain/questionnaires/template.ts'
import { questionOf } from '#tests/support/scoring-cases.ts'
import { answerScorer } from './answer-score.ts'
import { roundHalfUp } from './round-half-up.ts'

const scoreOf = (id: string, value: AnswerValue, status?: EvidenceStatus) => answerScorer(questionOf(id))(value, readDay('2026-11-24'), status)
const site = { site: 'x', country: 'CN', function: 'store', operator: 'x' }

test.each<[string, AnswerValue, number]>([
  ['GOV-03', 'yes', 100], ['GOV-03', 'partial', 50], ['GOV-03', 'no', 0], ['GOV-01', 'mlps3', 90], ['GOV-01', 'unknown', 0],
  ['ENC-03', ['screen', 'logs'], 50], ['ENC-03', ['screen', 'screen'], 30], ['ENC-03', ['none'], 0],
  ['ENC-03', ['screen', 'logs', 'test_data', 'analytics', 'support'], 100],
  ['ACC-04', 24, 100], ['ACC-04', 24.5, 70], ['ACC-04', 72, 70], ['ACC-04', 168, 40], ['ACC-04', 169, 0],
  ['ACC-06', 36, 100], ['ACC-06', 35.9, 80], ['ACC-06', 12, 80], ['ACC-06', 6, 50], ['ACC-06', 5, 0],
  ['SEC-04', '2025-11-24', 100], ['SEC-04', '2025-11-23', 50], ['SEC-04', '2024-11-24', 50], ['SEC-04', '2024-11-23', 0],
  ['ENC-05', '2026-05-24', 100], ['ENC-05', '2026-05-23', 70], ['INC-05', 'text', 0],
  ['GOV-05', ['a.pdf'], 100],
  ['TRN-04', [site], 100], ['TRN-04', [site, { ...site, operator: ' ' }], 0], ['TRN-04', [{}], 0], ['TRN-04', [], 0],
  ['GOV-02', [{ role: 'privacy_lead' }], 50], ['GOV-02', [{ role: 'privacy_lead' }, { role: 'privacy_lead' }], 50],
  ['GOV-02', [{ role: 'incident_contact' }, { role: 'privacy_lead' }], 100], ['GOV-02', [{ role: 'security_lead' }], 0],
])('%s answered %j scores %i', (id, value, a) => {
  expect(scoreOf(id, value)).toBe(a)
})

test('a refused file scores nothing', () => {
  expect(scoreOf('GOV-05', ['a.pdf'], 'rejected')).toBe(0)
  expect(scoreOf('GOV-05', ['a.pdf'], 'stale')).toBe(100)
})

test('the month ends of date bands follow add_months', () => {
  const on = (date: string, assessed: string) => answerScorer(questionOf('ENC-05'))(date, readDay(assessed), undefined)
  expect(on('2026-08-31', '2027-02-28')).toBe(100)
  expect(on('2026-08-31', '2027-03-01')).toBe(70)
  expect(on('2026-08-28', '2027-02-28')).toBe(100)
})

test.each([[0, 5, 0], [1, 2, 1], [5, 10, 1], [4, 10, 0], [14, 10, 1], [15, 10, 2], [11_276_435, 10_000, 1128]])('%i / %i rounds half up to %i', (n, d, expected) => {
  expect(roundHalfUp(n, d)).toBe(expected)
})

test('rounding agrees with exact integers', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 1, max: 2 ** 20 }), (n, d) => {
    expect(BigInt(roundHalfUp(n, d))).toBe((2n * BigInt(n) + BigInt(d)) / (2n * BigInt(d)))
  }))
})

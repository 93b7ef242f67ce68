import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SEVERITIES, severityRank } from '#app/domain/violations/severity.ts'
import { auditScore, type CheckResult, findingSeverity, OUTCOMES, type Outcome, opensSuspectedViolation, outcomeFails, reportGaps } from './outcomes.ts'

const result = (failSeverity: CheckResult['failSeverity'], outcome: Outcome, causedByCompany?: boolean): CheckResult => ({
  checkId: 'AC-SCP-01',
  failSeverity,
  outcome,
  causedByCompany,
})
const anyResult = fc.record({
  checkId: fc.constant('AC-SCP-01'),
  failSeverity: fc.constantFrom(...SEVERITIES),
  outcome: fc.constantFrom(...OUTCOMES),
  causedByCompany: fc.boolean(),
})

describe('the audit score', () => {
  test('weighs outcomes by what failing the check would mean', () => {
    // (5·100 + 3·60 + 2·90 + 1·20) / 11 = 80
    const results = [result('critical', 'conform'), result('high', 'minor'), result('medium', 'observation'), result('low', 'major')]
    expect(auditScore(results)).toEqual({ score: 80, grade: 'B' })
  })

  test('rounds half up', () => {
    // (2·100 + 1·90 + 1·60) / 4 = 87.5
    expect(auditScore([result('medium', 'conform'), result('low', 'observation'), result('low', 'minor')])?.score).toBe(88)
  })

  test('leaves out what does not apply and what the company prevented, and counts other untested checks as nothing', () => {
    expect(auditScore([result('high', 'conform'), result('critical', 'not_applicable')])).toEqual({ score: 100, grade: 'A' })
    expect(auditScore([result('high', 'conform'), result('high', 'not_tested', true)])).toEqual({ score: 100, grade: 'A' })
    expect(auditScore([result('high', 'conform'), result('high', 'not_tested')])).toEqual({ score: 50, grade: 'D' })
    expect(auditScore([result('high', 'not_applicable')])).toBeUndefined()
    expect(auditScore([])).toBeUndefined()
  })

  test.each([
    [100, 'A'],
    [90, 'A'],
    [60, 'C'],
    [0, 'D'],
  ] as const)('of %i is grade %s', (score, grade) => {
    const outcome = { 100: 'conform', 90: 'observation', 60: 'minor', 0: 'not_tested' }[score] as Outcome
    expect(auditScore([result('low', outcome)])).toEqual({ score, grade })
  })

  test('is capped at D by a critical outcome and at C by a major one on a critical check', () => {
    const conform = Array.from({ length: 60 }, () => result('critical', 'conform'))
    expect(auditScore([...conform, result('low', 'critical')])?.grade).toBe('D')
    expect(auditScore([...conform, result('critical', 'major')])).toEqual({ score: 99, grade: 'C' })
    expect(auditScore([...conform, result('high', 'major')])?.grade).toBe('A')
    expect(auditScore([result('critical', 'major')])?.grade).toBe('D')
  })

  test('stays within 0 and 100 and never falls when an outcome gets better', () => {
    const better = ['critical', 'major', 'minor', 'observation', 'conform'] as const
    fc.assert(
      fc.property(fc.array(anyResult), fc.constantFrom(...SEVERITIES), fc.integer({ min: 0, max: 3 }), (others, severity, level) => {
        const scored = (outcome: Outcome) => auditScore([...others, result(severity, outcome)])
        const [before, after] = [scored(better[level] ?? 'critical'), scored(better[level + 1] ?? 'conform')]
        expect(before && before.score >= 0 && before.score <= 100).toBe(true)
        expect((after?.score ?? 0) >= (before?.score ?? 0)).toBe(true)
        expect((after?.grade ?? 'D') <= (before?.grade ?? 'D')).toBe(true)
      }),
    )
  })

  test('does not depend on the order of the checks', () => {
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        expect(auditScore([...results].reverse())).toEqual(auditScore(results))
      }),
    )
  })
})

describe('a finding', () => {
  test.each([
    ['conform', 'critical', undefined],
    ['observation', 'critical', 'low'],
    ['minor', 'high', 'medium'],
    ['minor', 'low', 'low'],
    ['major', 'medium', 'medium'],
    ['major', 'critical', 'high'],
    ['critical', 'low', 'critical'],
    ['not_tested', 'critical', undefined],
    ['not_applicable', 'critical', undefined],
  ] as const)('of %s on a %s check is %s', (outcome, failSeverity, expected) => {
    expect(findingSeverity({ outcome, failSeverity })).toBe(expected)
  })

  test('rises one level when the same check failed in the audit before', () => {
    expect(findingSeverity({ outcome: 'minor', failSeverity: 'high' }, 'major')).toBe('high')
    expect(findingSeverity({ outcome: 'major', failSeverity: 'critical' }, 'minor')).toBe('critical')
    expect(findingSeverity({ outcome: 'minor', failSeverity: 'high' }, 'observation')).toBe('medium')
    expect(findingSeverity({ outcome: 'observation', failSeverity: 'high' }, 'major')).toBe('low')
  })

  test('is never heavier than the check allows, unless critical or repeated', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OUTCOMES), fc.constantFrom(...SEVERITIES), (outcome, failSeverity) => {
        const severity = findingSeverity({ outcome, failSeverity })
        if (severity && outcome !== 'critical') expect(severityRank(severity)).toBeLessThanOrEqual(severityRank(failSeverity))
      }),
    )
  })

  test('opens a suspected violation only when critical', () => {
    expect(OUTCOMES.filter(opensSuspectedViolation)).toEqual(['critical'])
    expect(OUTCOMES.filter(outcomeFails)).toEqual(['minor', 'major', 'critical'])
  })
})

test('a draft report lists checks without outcome, failures without evidence and reasons left out', () => {
  const gaps = reportGaps(
    ['AC-1', 'AC-2', 'AC-3', 'AC-4', 'AC-5'],
    [
      { checkId: 'AC-1', outcome: 'conform', evidenceCount: 0 },
      { checkId: 'AC-2', outcome: 'minor', evidenceCount: 0 },
      { checkId: 'AC-3', outcome: 'not_applicable', evidenceCount: 0, reason: '  ' },
      { checkId: 'AC-4', outcome: 'not_tested', evidenceCount: 0, reason: 'The data centre was closed.' },
      { checkId: 'AC-9', outcome: 'major', evidenceCount: 0 },
    ],
  )
  expect(gaps).toEqual({ withoutOutcome: ['AC-5'], withoutEvidence: ['AC-2'], withoutReason: ['AC-3'] })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveResidual, type LiveEvents } from '#app/domain/scoring/live-residual.ts'
import { readDecisionScore } from './decision-score.ts'
import { residualReasons } from './residual-reasons.ts'

const quiet: LiveEvents = { criticalCases: 0, highCases: 0, otherCases: 0, auditOverdue: false, overdueHighFindings: 0, logGap: false, closedLast12Months: 0 }

test('the look’s example: 72 exposed, controls take 47.98, an audit and a finding are late, a log is missing', () => {
  const rows = residualReasons({ irEff: 72, residualH: 2402, events: { ...quiet, auditOverdue: true, overdueHighFindings: 1, logGap: true } })
  expect(rows).toEqual([
    { kind: 'inherent', points: 7200, residualH: 7200 },
    { kind: 'controls', points: -4798, residualH: 2402 },
    { kind: 'audit_overdue', points: 500, residualH: 2902, count: 1 },
    { kind: 'overdue_findings', points: 500, residualH: 3402, count: 1 },
    { kind: 'log_gap', points: 300, residualH: 3702, count: 1 },
  ])
})

test('rows add up, and end at the live residual', () => {
  const few = fc.integer({ min: 0, max: 5 })
  const events = fc.record({ criticalCases: few, highCases: few, otherCases: few, auditOverdue: fc.boolean(), overdueHighFindings: few, logGap: fc.boolean(), closedLast12Months: few })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10_000 }), fc.boolean(), events, (irEff, residualH, known, events) => {
      const rows = residualReasons({ irEff: known ? irEff : undefined, residualH, events })
      expect(rows.at(-1)?.residualH).toBe(liveResidual(residualH, events))
      let sum = 0
      for (const row of rows) expect(row.residualH).toBe((sum += row.points))
    }),
  )
})

test('a stored score is read whether it is the explanation or carries it, and anything else is left alone', () => {
  const explanation = {
    modelVersion: '1.0.0', questionnaire: { id: 'x', version: '2' }, residual: { irEff: 41, ceBp: 8529, hundredths: 1128 },
    sections: [{ id: 'GOV', zh: '治理', en: 'Governance', weight: 6, ceBp: 9769 }, 'broken'], inherent: { dimensions: [{ id: 'D2', number: 60000 }] },
  }
  const read = { irEff: 41, ceBp: 8529, residualH: 1128, modelVersion: '1.0.0', questionnaireVersion: '2', people: 60000, sections: [explanation.sections[0]] }
  expect(readDecisionScore(explanation)).toEqual(read)
  expect(readDecisionScore({ explanation })).toEqual(read)
  for (const other of [undefined, null, {}, [], 'x', { residual: {}, sections: [] }]) expect(readDecisionScore(other)).toBeUndefined()
})

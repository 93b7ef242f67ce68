import { describe, expect, test } from 'vitest'
import { CASE_STATES, type CaseState, VIOLATION_CLASSES } from './case.ts'
import { caseTrack, type TrackedCase } from './case-track.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const tracked = (state: CaseState, more: Partial<TrackedCase> = {}): TrackedCase => ({ state, class: 'T', createdAt: at(1), ...more })
const shown = (violationCase: TrackedCase) => caseTrack(violationCase).map(({ state, place }) => `${place} ${state}`)

describe('the line above a case', () => {
  test('leads a class T case to its termination', () => {
    const seen = { triagedAt: at(2), investigatingAt: at(3), confirmedAt: at(4), mustTerminateAt: at(4) }
    expect(shown(tracked('must_terminate', seen))).toEqual([
      'past suspected', 'past triaged', 'past investigating', 'past confirmed', 'now must_terminate', 'ahead terminating', 'ahead closed_terminated',
    ])
  })

  test('leads class D to a cure and class P to its review', () => {
    expect(shown(tracked('confirmed', { class: 'D', confirmedAt: at(4) })).slice(-4)).toEqual(['now confirmed', 'ahead remediation', 'ahead remediation_verified', 'ahead closed_remediated'])
    expect(shown(tracked('downgrade_review', { class: 'P', confirmedAt: at(4) })).slice(-4)).toEqual(['now downgrade_review', 'ahead must_terminate', 'ahead terminating', 'ahead closed_terminated'])
    expect(shown(tracked('remediation', { class: 'P', confirmedAt: at(4) })).slice(-4)).toEqual(['past downgrade_review', 'now remediation', 'ahead remediation_verified', 'ahead closed_remediated'])
  })

  test('comes back to the investigation when the vendor has answered', () => {
    expect(shown(tracked('investigating', { statementSentAt: at(4) })).slice(2, 4)).toEqual(['past vendor_response', 'now investigating'])
  })

  test('ends where a case was dismissed or cleared', () => {
    expect(shown(tracked('dismissed', { closedAt: at(2) }))).toEqual(['past suspected', 'past dismissed'])
    expect(shown(tracked('closed_not_substantiated', { closedAt: at(5) })).at(-1)).toBe('past closed_not_substantiated')
  })

  test('dates what it knows and nothing that is ahead', () => {
    const stops = caseTrack(tracked('triaged', { triagedAt: at(2) }))
    expect(stops.map(({ at: day }) => day?.getUTCDate())).toEqual([1, 2, ...stops.slice(2).map(() => undefined)])
  })

  /** Class T knows no cure, class D no review. */
  const NEVER: Partial<Record<CaseState, readonly string[]>> = { downgrade_review: ['T', 'D'], remediation: ['T'], remediation_verified: ['T'], closed_remediated: ['T'] }

  test.each(CASE_STATES)('has exactly one place for %s, in every class that can reach it', (state) => {
    for (const gravity of VIOLATION_CLASSES.filter((each) => !NEVER[state]?.includes(each))) {
      const seen = { class: gravity, mustTerminateAt: ['must_terminate', 'terminating', 'closed_terminated'].includes(state) ? at(4) : null, confirmedAt: at(4) }
      const states = caseTrack(tracked(state, seen)).map((stop) => stop.state)
      const unheard = state === 'vendor_response' ? caseTrack(tracked(state, { ...seen, statementSentAt: at(3) })).map((stop) => stop.state) : states
      expect(unheard.filter((each) => each === state)).toHaveLength(1)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseFacts, caseBlockers, remediationFailed } from './case-guards.ts'
import {
  CASE_STATES,
  CASE_TRANSITIONS,
  caseCan,
  caseIsClosed,
  caseIsFrozen,
  caseSeverity,
  caseVerdict,
  classMayBecome,
  isRepeat,
  openingClass,
  setsMustTerminate,
  suspensionOnSuspicion,
  type ViolationCase,
  VIOLATION_CLASSES,
} from './case.ts'
import { SEVERITIES, severityRank } from './severity.ts'

const REASON = 'The same rows were reported twice by two rules.'
const suspected: ViolationCase = { state: 'suspected', violationId: 'V-04', class: 'T', severity: 'critical' }

describe('after confirmation nobody chooses', () => {
  test.each([
    [{ class: 'T' }, 'must_terminate'],
    [{ class: 'P' }, 'review_downgrade'],
    [{ class: 'P', aggravated: true }, 'must_terminate'],
    [{ class: 'D' }, 'remediate'],
    [{ class: 'D', repeated: true }, 'must_terminate'],
  ] as const)('%j leads to %s', (violation, verdict) => {
    expect(caseVerdict(violation)).toBe(verdict)
    const confirmed: ViolationCase = { ...suspected, ...violation, state: 'confirmed' }
    const open = (['must_terminate', 'review_downgrade', 'remediate'] as const).filter((action) => caseCan(action, confirmed))
    expect(open).toEqual([verdict])
  })

  test('a class T case can reach no end but termination', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SEVERITIES), fc.boolean(), (severity, repeated) => {
        const reachable = new Set(['confirmed'])
        for (const state of reachable) {
          for (const row of CASE_TRANSITIONS) {
            const violationCase = { ...suspected, severity, repeated, state } as ViolationCase
            if (caseCan(row.action, violationCase)) reachable.add(row.to)
          }
        }
        expect([...reachable].filter((state) => caseIsClosed(state as ViolationCase['state']))).toEqual(['closed_terminated'])
      }),
    )
  })

  test('refusing the other classes’ step says why', () => {
    expect(caseBlockers('remediate', { ...suspected, state: 'confirmed' }, { dueOn: '2026-12-01' })).toEqual(['class_forbids'])
    expect(caseBlockers('remediate', suspected, { dueOn: '2026-12-01' })).toEqual(['wrong_state'])
  })
})

describe('the class a case opens with', () => {
  const opening = { templateClass: 'D', openedOn: '2026-11-24', earlierOpenedOn: [] } as const

  test('is P for overdue remediation reported by the notifier', () => {
    expect(openingClass({ ...opening, violationId: 'V-16', alert: 'N-07' })).toBe('P')
    expect(openingClass({ ...opening, violationId: 'V-16' })).toBe('D')
  })

  test('is P for the second log gap within twelve months of the first’s opening', () => {
    const second = { ...opening, violationId: 'V-17', openedOn: '2026-11-24' }
    expect(openingClass({ ...second, earlierOpenedOn: ['2025-11-24'] })).toBe('P')
    expect(openingClass({ ...second, earlierOpenedOn: ['2025-11-23'] })).toBe('D')
    expect(openingClass({ ...second, violationId: 'V-12', earlierOpenedOn: ['2026-11-01'] })).toBe('D')
  })

  test('is P for an unreported change of place or sub-processors', () => {
    expect(openingClass({ ...opening, violationId: 'V-25', changesPlaceOrSubprocessors: true })).toBe('P')
  })

  test('is never milder than the template’s, whatever the tenant set', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIOLATION_CLASSES), fc.constantFrom(...VIOLATION_CLASSES), (templateClass, tenantClass) => {
        const opened = openingClass({ ...opening, violationId: 'V-16', alert: 'N-07', templateClass, tenantClass })
        expect(classMayBecome(templateClass, opened) && classMayBecome(tenantClass, opened) && classMayBecome('P', opened)).toBe(true)
      }),
    )
  })

  test('may be tightened only', () => {
    expect(classMayBecome('D', 'P') && classMayBecome('P', 'T') && classMayBecome('P', 'P')).toBe(true)
    expect(classMayBecome('T', 'P') || classMayBecome('P', 'D') || classMayBecome('T', 'D')).toBe(false)
  })
})

test('a repeat counts from the opening of an earlier case, not of a later one', () => {
  expect(isRepeat({ openedOn: '2026-03-01', earlierOpenedOn: ['2026-05-01'] })).toBe(false)
  expect(isRepeat({ openedOn: '2026-03-01', earlierOpenedOn: ['2024-01-01', '2025-03-01'] })).toBe(true)
})

test('severity is the higher of the violation’s own and its highest signal', () => {
  expect(caseSeverity('medium', ['low', 'high', 'medium'])).toBe('high')
  expect(caseSeverity('critical', [])).toBe('critical')
  fc.assert(
    fc.property(fc.constantFrom(...SEVERITIES), fc.array(fc.constantFrom(...SEVERITIES)), (own, signals) => {
      expect(severityRank(caseSeverity(own, signals))).toBe(Math.max(...[own, ...signals].map(severityRank)))
    }),
  )
})

test('only critical suspicion stops supply by itself', () => {
  expect(SEVERITIES.map(suspensionOnSuspicion)).toEqual(['none', 'none', 'proposed', 'automatic'])
})

test('severity, class and evidence are frozen from confirmation on', () => {
  expect(CASE_STATES.filter((state) => !caseIsFrozen(state))).toEqual(['suspected', 'triaged', 'investigating', 'vendor_response', 'not_substantiated'])
})

test('the flag stays from must-terminate until the exit is closed', () => {
  expect(CASE_STATES.filter(setsMustTerminate)).toEqual(['must_terminate', 'terminating'])
})

test('an accepted delivery closes a log case from any state before must-terminate, and no other case', () => {
  const closable = CASE_STATES.filter((state) => caseCan('close_delivered', { ...suspected, violationId: 'V-17', state }))
  const past = ['must_terminate', 'terminating', 'not_substantiated']
  expect(closable).toEqual(CASE_STATES.filter((state) => !caseIsClosed(state) && !past.includes(state)))
  expect(caseBlockers('close_delivered', suspected, { deliveryAccepted: true })).toEqual(['class_forbids'])
  expect(caseBlockers('close_delivered', { ...suspected, violationId: 'V-17' }, { deliveryAccepted: false })).toEqual(['delivery_not_accepted'])
})

describe('triage', () => {
  const facts: CaseFacts['triage'] = { scope: 'Agreement AG-0007', class: 'T', severity: 'critical', floor: 'critical', liftsSuspension: false, liftReason: '' }
  const blockers = (change: Partial<CaseFacts['triage']>, violationCase = suspected) => caseBlockers('triage', violationCase, { ...facts, ...change })

  test('needs the scope, and loosens neither class nor severity', () => {
    expect(blockers({})).toEqual([])
    expect(blockers({ scope: ' ', class: 'P', severity: 'high' })).toEqual(['scope_missing', 'class_loosened', 'severity_lowered'])
    expect(blockers({ class: 'T', severity: 'critical', floor: 'high' }, { ...suspected, class: 'P', severity: 'high' })).toEqual([])
  })

  test('lifts a suspension only with a reason', () => {
    expect(blockers({ liftsSuspension: true })).toEqual(['reason_missing'])
    expect(blockers({ liftsSuspension: true, liftReason: 'False positive of geolocation.' })).toEqual([])
  })
})

describe('dismissing', () => {
  test('needs a second approver for high and critical cases in either state, and none for others', () => {
    for (const state of ['suspected', 'triaged'] as const) {
      for (const severity of SEVERITIES) {
        const blockers = caseBlockers('dismiss', { ...suspected, state, severity }, { reason: REASON, deciderId: 'ana' })
        expect([severity, blockers]).toEqual([severity, severityRank(severity) >= 2 ? ['second_approver_missing'] : []])
      }
    }
  })

  test('needs thirty characters of reason and two different people', () => {
    const facts = { reason: REASON, deciderId: 'ana', secondApproverId: 'ben' }
    expect(caseBlockers('dismiss', suspected, facts)).toEqual([])
    expect(caseBlockers('dismiss', suspected, { ...facts, secondApproverId: 'ana' })).toEqual(['same_person_twice'])
    expect(caseBlockers('dismiss', suspected, { ...facts, reason: `${'误'.repeat(29)}   ` })).toEqual(['reason_too_short'])
    expect(caseBlockers('dismiss', suspected, { ...facts, reason: '𠮷'.repeat(30) })).toEqual([])
  })
})

describe('confirming', () => {
  const investigating: ViolationCase = { ...suspected, state: 'investigating' }
  const facts = { evidenceCount: 1, investigatorId: 'ana', approverId: 'ben' }

  test('needs evidence, and another person than the investigator for high and critical', () => {
    expect(caseBlockers('confirm', investigating, facts)).toEqual([])
    expect(caseBlockers('confirm', investigating, { ...facts, evidenceCount: 0 })).toEqual(['evidence_missing'])
    expect(caseBlockers('confirm', investigating, { ...facts, approverId: 'ana' })).toEqual(['investigator_approves'])
    expect(caseBlockers('confirm', { ...investigating, severity: 'medium' }, { ...facts, approverId: 'ana' })).toEqual([])
  })

  test('happens from investigation only', () => {
    for (const state of CASE_STATES) expect([state, caseCan('confirm', { ...suspected, state })]).toEqual([state, state === 'investigating'])
  })
})

test('the investigation goes on when the vendor answered or its time is over', () => {
  const hearing: ViolationCase = { ...suspected, state: 'vendor_response' }
  const answerDueAt = new Date('2026-11-25T08:00:00Z')
  const early = new Date('2026-11-25T07:59:59Z')
  expect(caseBlockers('resume_investigation', hearing, { vendorAnswered: false, answerDueAt, now: early })).toEqual(['vendor_may_still_answer'])
  expect(caseBlockers('resume_investigation', hearing, { vendorAnswered: true, answerDueAt, now: early })).toEqual([])
  expect(caseBlockers('resume_investigation', hearing, { vendorAnswered: false, answerDueAt, now: answerDueAt })).toEqual([])
})

test('clearing needs a conclusion with evidence, and closing a decision about the suspension', () => {
  const investigating: ViolationCase = { ...suspected, state: 'investigating' }
  expect(caseBlockers('hear_vendor', investigating, { statement: '' })).toEqual(['statement_missing'])
  expect(caseBlockers('clear', investigating, { conclusion: '', evidenceCount: 0 })).toEqual(['conclusion_missing', 'evidence_missing'])
  const cleared: ViolationCase = { ...suspected, state: 'not_substantiated' }
  expect(caseBlockers('close_cleared', cleared, { supplySuspended: true, keepReason: '' })).toEqual(['supply_still_suspended'])
  expect(caseBlockers('close_cleared', cleared, { supplySuspended: true, keepReason: 'Another case is open.' })).toEqual([])
  expect(caseBlockers('close_cleared', cleared, { supplySuspended: false, keepReason: '' })).toEqual([])
})

describe('a downgrade', () => {
  const review: ViolationCase = { ...suspected, class: 'P', severity: 'high', state: 'downgrade_review' }
  const reviewEndsAt = new Date('2026-11-26T16:00:00Z')
  const now = new Date('2026-11-25T09:00:00Z')
  const opinions = [
    { role: 'compliance_head', userId: 'ana', reason: 'Only test rows were read.' },
    { role: 'legal', userId: 'leo', reason: 'No customer row was exposed.' },
  ] as const
  const facts = { opinions, conditions: 'New key within five days.', dueOn: '2026-12-10', reviewEndsAt, now }

  test('needs both roles, two people, their reasons, conditions and a due date, in time', () => {
    expect(caseBlockers('downgrade', review, facts)).toEqual([])
    expect(caseBlockers('downgrade', review, { ...facts, opinions: opinions.slice(0, 1) })).toEqual(['both_roles_needed'])
    expect(caseBlockers('downgrade', review, { ...facts, opinions: [opinions[0], { ...opinions[1], userId: 'ana' }] })).toEqual(['same_person_twice'])
    expect(caseBlockers('downgrade', review, { ...facts, opinions: [opinions[0], { ...opinions[1], reason: '' }] })).toEqual(['reason_missing'])
    expect(caseBlockers('downgrade', review, { ...facts, conditions: '', dueOn: undefined })).toEqual(['conditions_missing', 'due_missing'])
    expect(caseBlockers('downgrade', review, { ...facts, now: reviewEndsAt })).toEqual(['review_time_over'])
  })

  test('fails at once when either refuses, and by itself when time is over', () => {
    expect(caseBlockers('refuse_downgrade', review, { refused: false, reviewEndsAt, now })).toEqual(['review_time_left'])
    expect(caseBlockers('refuse_downgrade', review, { refused: true, reviewEndsAt, now })).toEqual([])
    expect(caseBlockers('refuse_downgrade', review, { refused: false, reviewEndsAt, now: reviewEndsAt })).toEqual([])
  })
})

test('a remediation fails after its grace or when it happens again', () => {
  const cure: ViolationCase = { ...suspected, class: 'D', severity: 'medium', state: 'remediation' }
  const facts = { dueOn: '2026-12-01', severity: 'medium', happenedAgain: false, today: '2027-01-29' } as const
  expect(caseBlockers('fail_remediation', cure, facts)).toEqual(['remediation_time_left'])
  expect(caseBlockers('fail_remediation', cure, { ...facts, today: '2027-01-30' })).toEqual([])
  expect(caseBlockers('fail_remediation', cure, { ...facts, happenedAgain: true })).toEqual([])
  expect(caseBlockers('verify_remediation', cure, { retestPassed: false })).toEqual(['retest_missing'])
  expect(remediationFailed({ dueOn: '2026-12-01', severity: 'critical' }, '2026-12-04')).toBe(true)
})

test('a termination closes with its steps and its certificate', () => {
  const terminating: ViolationCase = { ...suspected, state: 'terminating' }
  expect(caseBlockers('close_terminated', terminating, { openMandatorySteps: 1, certificateVerified: false })).toEqual(['steps_open', 'certificate_unverified'])
  expect(caseBlockers('close_terminated', terminating, { openMandatorySteps: 0, certificateVerified: true })).toEqual([])
  expect(caseBlockers('issue_notice', { ...suspected, state: 'must_terminate' }, { noticeReady: false })).toEqual(['notice_missing'])
})

test('a closed case is never reopened', () => {
  for (const state of CASE_STATES.filter(caseIsClosed)) {
    expect(CASE_TRANSITIONS.filter((row) => caseCan(row.action, { ...suspected, violationId: 'V-17', state }))).toEqual([])
  }
})

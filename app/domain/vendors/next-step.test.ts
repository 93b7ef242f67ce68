import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { nextStep, type StepFacts } from './next-step.ts'
import { VENDOR_STATUSES } from './vendor.ts'

const TODAY = '2026-11-24'
const facts = (rest: Partial<StepFacts> = {}): StepFacts => ({ today: TODAY, status: 'active', ...rest })
const audit = (dueOn: string) => ({ id: 'a', ref: 'AU-0001', dueOn, legalCap: '2027-04-21' })
const violation = (state: string, critical = true) => ({ id: 'c', ref: 'C-0001', state, critical, openSteps: 3 })
const finding = { id: 'f', ref: 'F-0412', dueOn: '2026-11-18', clause: 'R3.1.2' }

test('an overdue audit shows its ladder: flagged, proposed on day 30, today, suspended on day 60, the legal cap', () => {
  expect(nextStep(facts({ audit: audit('2026-10-21') }))).toEqual({
    kind: 'close_audit', clause: 'R7.3.1', dueOn: '2026-10-21', subject: { type: 'audit', id: 'a', ref: 'AU-0001' },
    rungs: [
      { id: 'due', on: '2026-10-21', state: 'past', days: 0 },
      { id: 'proposed', on: '2026-11-20', state: 'past', days: 30 },
      { id: 'now', on: TODAY, state: 'now', days: 34 },
      { id: 'suspended', on: '2026-12-20', state: 'ahead', days: 60 },
      { id: 'cap', on: '2027-04-21', state: 'ahead', days: 182 },
    ],
  })
})

test('an audit due today is the next one, not an overdue one', () => {
  expect(nextStep(facts({ audit: audit(TODAY) })).kind).toBe('next_audit')
  expect(nextStep(facts({ audit: audit('2026-11-23') })).kind).toBe('close_audit')
})

test.each<[string, Partial<StepFacts>, string, string | undefined]>([
  ['a termination before everything', { case: violation('must_terminate'), audit: audit('2026-10-21') }, 'issue_notice', 'R7.3.3'],
  ['an exit before an audit', { case: violation('terminating'), audit: audit('2026-10-21') }, 'finish_exit', 'R7.3.3'],
  ['an unread critical suspicion before an audit', { case: violation('suspected'), audit: audit('2026-10-21') }, 'read_suspicion', 'R7.3.3'],
  ['an overdue audit before a suspension', { suspension: { sinceOn: TODAY, reason: 'x' }, audit: audit('2026-10-21') }, 'close_audit', 'R7.3.1'],
  ['a suspension before a finding', { suspension: { sinceOn: TODAY, reason: 'x' }, overdueFinding: finding }, 'lift_suspension', 'R7.3.3'],
  ['an overdue finding with its own clause', { overdueFinding: finding, case: violation('investigating') }, 'close_finding', 'R3.1.2'],
  ['an open case', { case: violation('investigating') }, 'close_case', 'R7.3.3'],
  ['an overdue reassessment', { reassessDueOn: '2026-11-23', audit: audit('2027-01-01') }, 'reassess_overdue', 'R7.1.2'],
  ['the earliest date of an active vendor', { reassessDueOn: '2027-01-01', audit: audit('2027-02-01') }, 'next_reassessment', 'R7.1.2'],
  ['a renewal once it is near', { agreement: { id: 'g', number: 'DPA-1', status: 'active', authEnd: '2026-12-31' }, audit: audit('2027-01-15') }, 'next_renewal', 'R7.2.2'],
  ['no renewal while it is far', { agreement: { id: 'g', number: 'DPA-1', status: 'active', authEnd: '2027-06-30' } }, 'quiet', undefined],
  ['an authorisation that ended', { agreement: { id: 'g', number: 'DPA-1', status: 'active', authEnd: '2026-11-23' } }, 'renew_overdue', 'R7.2.2'],
  ['a draft', { status: 'draft', draftEngagement: { id: 'e', ref: 'E-0001' } }, 'complete_intake', 'R7.1.1'],
  ['a request without a questionnaire', { status: 'intake', submittedEngagement: { id: 'e', ref: 'E-0001' } }, 'send_questionnaire', 'R7.1.2'],
  ['answers that are awaited', { status: 'assessing', assessment: { id: 'a', ref: 'A-1', dueOn: '2026-12-01', withVendor: true } }, 'await_answers', 'R7.1.2'],
  ['answers to review', { status: 'review', assessment: { id: 'a', ref: 'A-1', dueOn: '2026-12-01', withVendor: false } }, 'review_answers', 'R7.1.3'],
  ['an approval without an agreement', { status: 'conditional', approvalLapsesOn: '2027-11-24' }, 'draft_agreement', 'R7.2.1'],
  ['an agreement to sign', { status: 'contracting', agreement: { id: 'g', number: 'DPA-1', status: 'sent', authEnd: '2028-01-01' } }, 'sign_agreement', 'R7.2.1'],
  ['a vendor that left with an audit undone', { status: 'terminated', audit: audit('2026-10-21') }, 'terminated', undefined],
])('%s', (_, given, kind, clause) => {
  expect(nextStep(facts(given))).toMatchObject(clause === undefined ? { kind } : { kind, clause })
})

test('there is a step for every status, and rungs run from the earliest to the latest with one today', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days))
  fc.assert(
    fc.property(fc.constantFrom(...VENDOR_STATUSES), fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (status, dueOn, reassessDueOn) => {
      const { kind, rungs } = nextStep(facts({ status, reassessDueOn, audit: dueOn ? { ...audit(dueOn), legalCap: addDays(dueOn, 180) } : undefined }))
      expect(kind).toBeTruthy()
      expect(rungs.map(({ on }) => on)).toEqual(rungs.map(({ on }) => on).toSorted())
      expect(rungs.filter(({ state }) => state === 'now').length).toBe(kind === 'close_audit' ? 1 : 0)
    }),
  )
})

import { expect, test } from 'vitest'
import type { Role } from '../identity/actor.ts'
import { isMine, TASKS, workList, type OpenMatter, type TaskKind } from './work.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const MOMENT = { now: NOW, today: '2026-11-24' } // a Tuesday
const vendor = { id: 'v1', name: 'Yunfan', nameAlt: null, tier: 'T1' as const, band: 'C' as const, residualH: 3702 }
const matter = (kind: TaskKind, more: Partial<OpenMatter> = {}): OpenMatter => ({ kind, id: kind, words: {}, vendor, ...more })
const as = (...roles: Role[]) => ({ userId: 'me', roles })

test.each<[TaskKind, Role[], Role[]]>([
  ['issue_notice', ['compliance_head'], ['compliance', 'procurement', 'legal']],
  ['triage_case', ['compliance', 'compliance_head'], ['procurement', 'executive']],
  ['review_downgrade', ['compliance_head', 'legal'], ['compliance', 'procurement']],
  ['plan_audit', ['compliance'], ['procurement', 'auditor']],
  ['close_audit', ['compliance_head'], ['compliance']],
  ['review_answers', ['compliance'], ['procurement']],
  ['send_questionnaire', ['procurement'], ['compliance', 'legal']],
  ['remind_vendor', ['procurement'], ['compliance']],
  ['draft_agreement', ['procurement', 'legal'], ['signatory']],
  ['send_agreement', ['compliance'], ['procurement', 'signatory']],
  ['sign_agreement', ['signatory'], ['procurement', 'compliance']],
  ['await_signature', ['procurement'], ['signatory']],
  ['renew_agreement', ['procurement'], ['compliance']],
  ['verify_finding', ['compliance'], ['procurement', 'business_owner']],
  ['renew_evidence', ['compliance'], ['procurement']],
])('%s belongs to %j and not to %j', (kind, mine, notMine) => {
  for (const role of mine) expect(isMine(matter(kind), as(role))).toBe(true)
  for (const role of notMine) expect(isMine(matter(kind), as(role))).toBe(false)
})

test('whoever only reads has no task of any kind', () => {
  for (const kind of Object.keys(TASKS) as TaskKind[]) {
    for (const role of ['auditor', 'board_contact'] as const) expect(isMine(matter(kind), as(role))).toBe(false)
  }
})

test('a decision waits for a person other than the one who proposed it', () => {
  expect(isMine(matter('confirm_decision', { notBy: 'me' }), as('compliance'))).toBe(false)
  expect(isMine(matter('confirm_decision', { notBy: 'other' }), as('compliance'))).toBe(true)
})

test('what has an owner is its owner’s alone, whatever roles the others hold', () => {
  expect(isMine(matter('close_finding', { ownerId: 'me' }), as('business_owner'))).toBe(true)
  expect(isMine(matter('close_finding', { ownerId: 'other' }), as('procurement'))).toBe(false)
  expect(isMine(matter('finish_request', { ownerId: 'me' }), as('procurement'))).toBe(true)
  expect(isMine(matter('finish_request', { ownerId: 'other' }), as('procurement'))).toBe(false)
})

test('a step of a termination goes by its own owners', () => {
  const step = matter('exit_step', { roles: ['security'] })
  expect(isMine(step, as('security'))).toBe(true)
  expect(isMine(step, as('compliance'))).toBe(false)
})

test('tasks stand by due date in overdue, today, this week to Sunday, without a date, later', () => {
  const due = (id: string, dueOn?: string) => matter('plan_audit', { id, ...(dueOn && { dueOn }) })
  const { tasks, counts } = workList(
    [due('monday', '2026-11-30'), due('none'), due('sunday', '2026-11-29'), due('tomorrow', '2026-11-25'), due('today', '2026-11-24'), due('yesterday', '2026-11-23')],
    as('compliance'),
    MOMENT,
  )
  expect(tasks.map(({ id, bucket }) => [id, bucket])).toEqual([
    ['yesterday', 'overdue'],
    ['today', 'today'],
    ['tomorrow', 'week'],
    ['sunday', 'week'],
    ['none', 'undated'],
    ['monday', 'later'],
  ])
  expect(counts).toMatchObject({ all: 6, overdue: 1, today: 1, week: 2, undated: 1, later: 1, within30: 4 })
})

test('a clock goes before the other tasks of its day and is overdue the minute it has run out', () => {
  const clock = (id: string, dueAt: string) => matter('issue_notice', { id, dueOn: '2026-11-24', dueAt: new Date(dueAt) })
  const { tasks, counts } = workList(
    [matter('plan_audit', { dueOn: '2026-11-24' }), clock('running', '2026-11-24T08:20:00Z'), clock('out', '2026-11-24T01:59:00Z')],
    as('compliance_head'),
    MOMENT,
  )
  expect(tasks.map(({ id, bucket, clockMinutes }) => [id, bucket, clockMinutes])).toEqual([
    ['out', 'overdue', -1],
    ['running', 'today', 380],
    ['plan_audit', 'today', undefined],
  ])
  expect(counts.clocks).toBe(1)
})

test('the team sees everybody’s tasks, a late finding once', () => {
  const late = [matter('close_finding', { id: 'f1', ownerId: 'other', dueOn: '2026-11-20' }), matter('chase_finding', { id: 'f1', dueOn: '2026-11-20' })]
  expect(workList(late, as('compliance'), MOMENT).tasks.map(({ kind }) => kind)).toEqual(['chase_finding'])
  expect(workList(late, as('auditor'), MOMENT).tasks).toEqual([])
  expect(workList(late, as('auditor'), MOMENT, 'team').tasks.map(({ kind }) => kind)).toEqual(['close_finding'])
})

test('every task carries the clause that asks for it; a finding its own', () => {
  const { tasks } = workList([matter('verify_finding', { clause: 'R3.1.2' }), matter('plan_audit')], as('compliance'), MOMENT)
  expect(tasks.map(({ clause }) => clause).sort()).toEqual(['R3.1.2', 'R7.3.1'])
})

test('a vendor’s findings of one kind and bucket are one task, dated by the first due', () => {
  const finding = (id: string, dueOn: string, vendorId = 'v1') => matter('close_finding', { id, ownerId: 'me', dueOn, vendor: { ...vendor, id: vendorId } })
  const { tasks, counts } = workList(
    [finding('f3', '2026-11-23'), finding('f1', '2026-11-02'), finding('f2', '2026-11-20', 'v2'), finding('f4', '2026-12-20'), matter('plan_audit', { dueOn: '2026-11-02' })],
    as('compliance'),
    MOMENT,
  )
  expect(tasks.map(({ id, count, bucket }) => [id, count, bucket])).toEqual([
    ['f1', 2, 'overdue'],
    ['plan_audit', 1, 'overdue'],
    ['f2', 1, 'overdue'],
    ['f4', 1, 'later'],
  ])
  expect(counts).toMatchObject({ all: 4, overdue: 3, later: 1 })
})

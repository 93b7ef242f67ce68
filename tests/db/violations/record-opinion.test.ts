import { expect, test } from 'vitest'
import { recordOpinion } from '#app/domain/violations/record-opinion.server.ts'
import { runCaseClocks } from '#app/domain/violations/run-case-clocks.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { getCase } from '#app/domain/violations/queries.server.ts'
import { findings } from '#db/schema/index.ts'
import { aCaseAt, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { anOrganisation } from '#tests/support/world.ts'

const opinion = (as: 'compliance_head' | 'legal', revision: number, more = {}) =>
  ({ as, opinion: 'agree', reason: REASON, conditions: 'Named accounts for everybody', dueOn: '2026-12-09', revision, ...more }) as const

itRefuses({ call: (ctx, { id, revision }) => recordOpinion(ctx, id, opinion('legal', revision)), as: 'legal', not: 'compliance', at: 'confirmed', wrongAt: 'examined', violationId: 'V-09' })

test('both agree in time: a cure with its finding', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-09', stage: 'confirmed' })
  expect(found.state).toBe('downgrade_review')
  const first = await org.run(org.as('legal'), (ctx) => recordOpinion(ctx, found.id, opinion('legal', found.revision, { conditions: undefined, dueOn: undefined })))
  expect(first).toMatchObject({ outcome: 'recorded', violationCase: { state: 'downgrade_review', legalOpinion: { userId: org.as('legal').userId, reason: REASON } } })
  const second = await org.run(org.as('compliance_head'), (ctx) => recordOpinion(ctx, found.id, opinion('compliance_head', first.violationCase.revision)))
  expect(second).toMatchObject({ outcome: 'downgraded', violationCase: { state: 'remediation', remediationDueOn: '2026-12-09', conditions: 'Named accounts for everybody' } })
  expect(await org.run(org.as('legal'), ({ db }) => db.select().from(findings))).toMatchObject([{ source: 'case', sourceId: found.id, itemId: 'V-09', severity: 'high', dueOn: '2026-12-09', status: 'open' }])
})

test('one refusal ends the engagement at once', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-09', stage: 'confirmed' })
  const { outcome, violationCase } = await org.run(org.as('legal'), (ctx) => recordOpinion(ctx, found.id, opinion('legal', found.revision, { opinion: 'refuse' })))
  expect([outcome, violationCase.state]).toEqual(['refused', 'must_terminate'])
  expect(await org.run(org.as('legal'), (ctx) => getVendor(ctx, found.vendorId))).toMatchObject({ status: 'terminating' })
})

test('nobody speaks for a role that is not theirs, nor for both', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-09', stage: 'confirmed' })
  await expect(org.run(org.as('legal'), (ctx) => recordOpinion(ctx, found.id, opinion('compliance_head', found.revision)))).rejects.toMatchObject({ code: 'forbidden' })
  const both = { ...org.as('legal'), roles: ['legal' as const, 'compliance_head' as const] }
  const { violationCase } = await org.run(both, (ctx) => recordOpinion(ctx, found.id, opinion('legal', found.revision)))
  await expect(org.run(both, (ctx) => recordOpinion(ctx, found.id, opinion('compliance_head', violationCase.revision)))).rejects.toMatchObject({ key: 'status.blocked.case.same_person_twice' })
})

test('conditions and a date within the cure period have to be there when the second agrees', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-09', stage: 'confirmed' })
  const bare = { conditions: undefined, dueOn: undefined }
  const { violationCase } = await org.run(org.as('legal'), (ctx) => recordOpinion(ctx, found.id, opinion('legal', found.revision, bare)))
  await org.run(org.as('compliance_head'), async (ctx) => {
    const { revision } = violationCase
    await expect(recordOpinion(ctx, found.id, opinion('compliance_head', revision, bare))).rejects.toMatchObject({ key: 'status.blocked.case.conditions_missing' })
    // 15 days from 24 November is Wednesday 9 December.
    await expect(recordOpinion(ctx, found.id, opinion('compliance_head', revision, { dueOn: '2026-12-10' }))).rejects.toMatchObject({ fields: [{ field: 'dueOn', key: 'cases.problem.cure_too_long' }] })
    await expect(recordOpinion(ctx, found.id, opinion('compliance_head', revision, { dueOn: '2026-11-24' }))).rejects.toMatchObject({ fields: [{ field: 'dueOn', key: 'cases.problem.not_in_future' }] })
  })
})

test('two business days without both end the engagement by themselves; an opinion that comes later does not help', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const system = { kind: 'system', orgId: org.orgId, job: 'clocks' } as const
  const found = await aCaseAt(org, { violationId: 'V-09', stage: 'confirmed' })
  const [before, after] = [new Date('2026-11-26T15:59:59Z'), new Date('2026-11-26T16:00:00Z')]
  expect(await org.run(system, runCaseClocks, before)).toEqual([])
  await expect(org.run(org.as('legal'), (ctx) => recordOpinion(ctx, found.id, opinion('legal', found.revision)), after)).rejects.toMatchObject({ key: 'status.blocked.case.review_time_over' })
  const [moved] = await org.run(system, runCaseClocks, after)
  expect(moved).toMatchObject({ id: found.id, state: 'must_terminate', mustTerminateAt: after, noticeDueAt: new Date('2026-11-30T16:00:00Z') })
  expect(await org.run(system, runCaseClocks, after)).toEqual([])
  expect(await org.run(org.as('legal'), (ctx) => getCase(ctx, found.id))).toMatchObject({ state: 'must_terminate' })
})

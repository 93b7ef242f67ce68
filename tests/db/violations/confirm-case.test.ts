import { describe, expect, test } from 'vitest'
import { confirmCase } from '#app/domain/violations/confirm-case.server.ts'
import { getCase, listSteps } from '#app/domain/violations/queries.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { aCaseAt, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { aCase } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const yes = (revision: number, aggravated = false) => ({ reason: REASON, aggravated, revision })

itRefuses({ call: (ctx, { id, revision }) => confirmCase(ctx, id, yes(revision)), as: 'compliance_head', not: 'legal', at: 'examined', wrongAt: 'triaged' })

test('never without evidence', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { stage: 'investigating' })
  await expect(org.run(org.as('compliance_head'), (ctx) => confirmCase(ctx, found.id, yes(found.revision)))).rejects.toMatchObject({ key: 'status.blocked.case.evidence_missing' })
})

test('high and critical by another person than the investigator; medium by the same', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const high = await aCaseAt(org, { violationId: 'V-09', stage: 'examined' })
  await expect(org.run(org.as('compliance'), (ctx) => confirmCase(ctx, high.id, yes(high.revision)))).rejects.toMatchObject({ key: 'status.blocked.case.investigator_approves' })
  const medium = await aCaseAt(org, { violationId: 'V-12', stage: 'examined' })
  expect(await org.run(org.as('compliance'), (ctx) => confirmCase(ctx, medium.id, yes(medium.revision)))).toMatchObject({ state: 'confirmed', class: 'D', approvedBy: org.as('compliance').userId })
})

describe('what follows is the law’s', () => {
  test.each([
    ['V-04', false, 'must_terminate'],
    ['V-07', false, 'must_terminate'],
    ['V-09', false, 'downgrade_review'],
    ['V-11', false, 'downgrade_review'],
    ['V-11', true, 'must_terminate'],
    ['V-14', true, 'must_terminate'],
    ['V-21', true, 'must_terminate'],
    ['V-09', true, 'downgrade_review'],
    ['V-12', false, 'confirmed'],
  ])('%s, aggravated %s, leads to %s', async (violationId, aggravated, state) => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId, stage: 'examined' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      expect(await confirmCase(ctx, found.id, yes(found.revision, aggravated))).toMatchObject({ state, confirmedAt: NOW, decidedBy: org.as('compliance').userId })
      expect((await getVendor(ctx, found.vendorId)).status).toBe(state === 'must_terminate' ? 'terminating' : found.severity === 'critical' ? 'suspended' : 'active')
      expect(await listSteps(ctx, found.id)).toHaveLength(state === 'must_terminate' ? 17 : 0)
    })
  })

  test('class D that was confirmed within the twelve months before ends the engagement', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-12', stage: 'examined' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      const earlier = { violationId: 'V-12', class: 'D', severity: 'medium', state: 'closed_remediated', confirmedAt: new Date('2025-12-01T00:00:00Z') } as const
      await aCase(ctx, found.vendorId, { ...earlier, createdAt: new Date('2025-11-24T02:00:00Z') })
      expect(await confirmCase(ctx, found.id, yes(found.revision))).toMatchObject({ state: 'must_terminate', class: 'D' })
    })
  })

  test('not when it was longer ago, or never confirmed', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-12', stage: 'examined' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      await aCase(ctx, found.vendorId, { violationId: 'V-12', class: 'D', state: 'closed_remediated', confirmedAt: NOW, createdAt: new Date('2025-11-23T02:00:00Z') })
      await aCase(ctx, found.vendorId, { violationId: 'V-12', class: 'D', state: 'dismissed', createdAt: new Date('2026-08-23T02:00:00Z') })
      expect(await confirmCase(ctx, found.id, yes(found.revision))).toMatchObject({ state: 'confirmed' })
    })
  })
})

test.each(['assessing', 'review', 'contracting', 'suspended', 'terminated', 'banned'] as const)('a vendor in %s is terminating too; one that is being ended stays so', async (status) => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { vendor: { status }, stage: 'confirmed' })
  expect(await org.run(org.as('compliance'), (ctx) => getVendor(ctx, found.vendorId))).toMatchObject({ status: 'terminating', suspendedAt: NOW })
})

test('two people confirm the same case at the same time: one wins, the other is told', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { stage: 'examined' })
  const head = org.as('compliance_head')
  const other = { ...org.as('legal'), roles: ['compliance_head' as const] }
  const results = await Promise.allSettled([head, other].map((actor) => org.run(actor, (ctx) => confirmCase(ctx, found.id, yes(found.revision)))))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find((result) => result.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'conflict' })
  await org.run(head, async (ctx) => {
    expect(await getCase(ctx, found.id)).toMatchObject({ state: 'must_terminate' })
    expect(await listSteps(ctx, found.id)).toHaveLength(17)
  })
})

import { describe, expect, test } from 'vitest'
import { closeDelivered } from '#app/domain/violations/close-delivered.server.ts'
import { closeRemediated } from '#app/domain/violations/close-remediated.server.ts'
import { remediateCase } from '#app/domain/violations/remediate-case.server.ts'
import { runCaseClocks } from '#app/domain/violations/run-case-clocks.server.ts'
import { sendStatement } from '#app/domain/violations/send-statement.server.ts'
import { verifyRemediation } from '#app/domain/violations/verify-remediation.server.ts'
import type { Case } from '#app/domain/violations/move-case.server.ts'
import { cases, findings } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { aCaseAt, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const cure = (revision: number) => ({ conditions: 'Hand in the missing answers', dueOn: '2026-12-09', revision })
const retest = (revision: number, retestPassed = true) => ({ proof: 'Twelve requests answered in time', retestPassed, revision })

async function cured(org: TestOrganisation): Promise<Case> {
  const found = await aCaseAt(org, { violationId: 'V-12', stage: 'confirmed' })
  return org.run(org.as('compliance'), (ctx) => remediateCase(ctx, found.id, cure(found.revision)))
}

describe('set a cure period', () => {
  itRefuses({ call: (ctx, { id, revision }) => remediateCase(ctx, id, cure(revision)), as: 'compliance', not: 'legal', at: 'confirmed', wrongAt: 'examined', violationId: 'V-12' })

  test('class D gets a finding with its date', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    expect(await cured(org)).toMatchObject({ state: 'remediation', remediationDueOn: '2026-12-09' })
    expect(await org.run(org.as('compliance'), ({ db }) => db.select().from(findings))).toMatchObject([{ ref: 'F-0001', source: 'case', itemId: 'V-12', severity: 'medium', dueOn: '2026-12-09' }])
  })

  test('no longer than the agreement allows', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-12', stage: 'confirmed' })
    await expect(org.run(org.as('compliance'), (ctx) => remediateCase(ctx, found.id, { ...cure(found.revision), dueOn: '2026-12-10' }))).rejects.toMatchObject({ fields: [{ key: 'cases.problem.cure_too_long', data: { latest: '2026-12-09' } }] })
  })

  test('never for class T', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'confirmed' })
    await org.run(org.as('compliance'), async (ctx) => {
      await ctx.db.update(cases).set({ state: 'confirmed' }).where(eq(cases.id, found.id))
      await expect(remediateCase(ctx, found.id, cure(found.revision))).rejects.toMatchObject({ key: 'status.blocked.case.class_forbids' })
    })
  })
})

describe('verify a cure and close', () => {
  itRefuses({ call: (ctx, { id, revision }) => verifyRemediation(ctx, id, retest(revision)), as: 'compliance', not: 'legal', at: 'confirmed', wrongAt: 'confirmed', violationId: 'V-12' })

  test('the finding is verified with it; the compliance head closes', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await cured(org)
    await org.run(org.as('compliance'), async (ctx) => {
      await expect(verifyRemediation(ctx, found.id, retest(found.revision, false))).rejects.toMatchObject({ key: 'status.blocked.case.retest_missing' })
      expect(await verifyRemediation(ctx, found.id, retest(found.revision))).toMatchObject({ state: 'remediation_verified' })
      expect(await ctx.db.select().from(findings)).toMatchObject([{ status: 'verified', verifiedBy: org.as('compliance').userId, proof: 'Twelve requests answered in time' }])
      await expect(closeRemediated(ctx, found.id)).rejects.toMatchObject({ code: 'forbidden' })
    })
    expect(await org.run(org.as('compliance_head'), (ctx) => closeRemediated(ctx, found.id))).toMatchObject({ state: 'closed_remediated', closedAt: NOW })
  })
})

describe('close as remediated', () => {
  itRefuses({ call: (ctx, { id }) => closeRemediated(ctx, id), as: 'compliance_head', not: 'compliance', at: 'confirmed', wrongAt: 'confirmed', violationId: 'V-12' })
})

test('a cure that failed with its grace ends the engagement by itself; an extended or verified finding does not', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const system = { kind: 'system', orgId: org.orgId, job: 'clocks' } as const
  const found = await cured(org)
  const run = (day: string) => org.run(system, runCaseClocks, new Date(`${day}T02:00:00Z`))
  // Medium: sixty days after 9 December is 7 February.
  expect(await run('2027-02-06')).toEqual([])
  await org.run(org.as('compliance'), ({ db }) => db.update(findings).set({ dueOn: '2026-12-16' }))
  expect(await run('2027-02-13')).toEqual([])
  await org.run(org.as('compliance'), ({ db }) => db.update(findings).set({ status: 'verified' }))
  expect(await run('2027-03-01')).toEqual([])
  await org.run(org.as('compliance'), ({ db }) => db.update(findings).set({ status: 'rejected' }))
  expect(await run('2027-02-14')).toMatchObject([{ id: found.id, state: 'must_terminate', class: 'D' }])
})

test('a vendor that does not answer in time is not waited for', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const system = { kind: 'system', orgId: org.orgId, job: 'clocks' } as const
  const found = await aCaseAt(org, { stage: 'examined' })
  await org.run(org.as('compliance'), (ctx) => sendStatement(ctx, found.id, { statement: REASON, revision: found.revision }))
  expect(await org.run(system, runCaseClocks, new Date(NOW.getTime() + 24 * 3_600_000 - 1))).toEqual([])
  expect(await org.run(system, runCaseClocks, new Date(NOW.getTime() + 24 * 3_600_000))).toMatchObject([{ state: 'investigating', vendorStatement: null, vendorRepliedAt: null }])
})

describe('V-17 closes when the logs are in', () => {
  itRefuses({
    call: (ctx, { id, revision }) => closeDelivered(ctx, id, { delivery: 'October, 4,812 rows', revision }),
    as: 'compliance', not: 'legal', at: 'suspected', wrongAt: 'suspected', violationId: 'V-12', wrongKey: 'status.blocked.case.class_forbids',
  })

  test.each(['suspected', 'triaged', 'examined', 'confirmed'] as const)('from %s', async (stage) => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-17', stage })
    expect(await org.run(org.as('compliance'), (ctx) => closeDelivered(ctx, found.id, { delivery: 'October, 4,812 rows', revision: found.revision }))).toMatchObject({ state: 'closed_remediated', closedAt: NOW })
  })

  test('with its finding, when a cure was running', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-17', stage: 'confirmed' })
    await org.run(org.as('compliance'), async (ctx) => {
      const { revision } = await remediateCase(ctx, found.id, cure(found.revision))
      await closeDelivered(ctx, found.id, { delivery: 'October, 4,812 rows', revision })
      expect(await ctx.db.select().from(findings)).toMatchObject([{ status: 'verified', proof: 'October, 4,812 rows' }])
    })
  })

  test('not once it ends the engagement', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-17' })
    await org.run(org.as('compliance'), async (ctx) => {
      await ctx.db.update(cases).set({ state: 'must_terminate' }).where(eq(cases.id, found.id))
      await expect(closeDelivered(ctx, found.id, { delivery: 'x', revision: found.revision })).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
    })
  })
})

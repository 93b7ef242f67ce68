import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { AUDIT_STATES } from '#app/domain/audits/audit.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { countFrame } from '#app/domain/organisations/frame.server.ts'
import { flagIsUp } from '#app/domain/vendors/flags.server.ts'
import { CASE_STATES } from '#app/domain/violations/case.ts'
import { VENDOR_STATUSES } from '#app/domain/vendors/vendor.ts'
import { organisations, vendors } from '#db/schema/index.ts'
import { aCase, aFinding, anAudit, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const count = (org: TestOrganisation, now = NOW) => org.run(org.as('compliance'), (ctx) => countFrame(ctx as Context<Member>), now)
const prepare = (org: TestOrganisation, work: (ctx: Context) => Promise<unknown>) => org.run(org.as('compliance'), work)

test('a quiet organisation carries no flag and nothing waits', async () => {
  expect(await count(await anOrganisation('compliance'))).toEqual({
    mustTerminate: 0, noticeDueAt: undefined, auditOverdue: 0, auditOverdueDays: 0, toReview: 0, openFindings: 0, openCases: 0, unread: 0,
  })
})

test('vendors are counted, not cases; the nearest notice not yet issued runs the clock', async () => {
  const org = await anOrganisation('compliance')
  const [soon, later] = [new Date('2026-11-24T08:20:00Z'), new Date('2026-11-25T08:20:00Z')]
  await prepare(org, async (ctx) => {
    const [one, two] = [await aVendor(ctx), await aVendor(ctx)]
    await aCase(ctx, one.id, { state: 'must_terminate', noticeDueAt: later })
    await aCase(ctx, one.id, { state: 'must_terminate', noticeDueAt: soon })
    await aCase(ctx, two.id, { state: 'terminating', noticeDueAt: new Date('2026-11-20T00:00:00Z') })
    await aCase(ctx, two.id, { state: 'dismissed' })
  })
  expect(await count(org)).toMatchObject({ mustTerminate: 2, noticeDueAt: soon, openCases: 3 })
})

test("an audit is overdue from the day after, in the organisation's own zone", async () => {
  const org = await anOrganisation('compliance')
  await prepare(org, async (ctx) => {
    await ctx.db.update(organisations).set({ zone: 'America/New_York' }).where(eq(organisations.id, org.orgId))
    await anAudit(ctx, (await aVendor(ctx, { status: 'active' })).id, { dueEffective: '2026-11-23' })
  })
  expect(await count(org, new Date('2026-11-24T04:59:00Z'))).toMatchObject({ auditOverdue: 0, auditOverdueDays: 0 })
  expect(await count(org, new Date('2026-11-24T05:00:00Z'))).toMatchObject({ auditOverdue: 1, auditOverdueDays: 1 })
})

test('the bar and the list of vendors never disagree about a flag', async () => {
  const org = await anOrganisation('compliance')
  await prepare(org, async (ctx) => {
    for (const status of VENDOR_STATUSES) {
      const vendor = await aVendor(ctx, { status })
      for (const state of AUDIT_STATES) await anAudit(ctx, vendor.id, { state, dueEffective: '2026-10-01', completedOn: state === 'closed' ? '2026-09-01' : null })
    }
    for (const state of AUDIT_STATES) await anAudit(ctx, (await aVendor(ctx, { status: 'active' })).id, { state, dueEffective: '2026-10-01' })
    for (const state of CASE_STATES) await aCase(ctx, (await aVendor(ctx, { status: 'active' })).id, { state })
    const made = await aVendor(ctx, { status: 'active' })
    await anAudit(ctx, made.id, { state: 'refused', dueEffective: '2026-10-01' })
    await anAudit(ctx, made.id, { state: 'closed', dueEffective: '2026-10-20', completedOn: '2026-10-15' })
  })
  const listed = (flag: 'MUST_TERMINATE' | 'AUDIT_OVERDUE') =>
    org.run(org.as('compliance'), async (ctx) => {
      const rows = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(vendors).where(and(eq(vendors.orgId, org.orgId), flagIsUp(ctx, flag)))
      return rows[0]!.n
    })
  const counts = await count(org)
  expect(counts).toMatchObject({ mustTerminate: await listed('MUST_TERMINATE'), auditOverdue: await listed('AUDIT_OVERDUE') })
  expect([counts.mustTerminate, counts.auditOverdue]).toEqual([2, expect.any(Number)])
  expect(counts.auditOverdue).toBeGreaterThan(10)
})

test('findings wait until they are verified or accepted, and nothing of another organisation is counted', async () => {
  const [org, other] = [await anOrganisation('compliance'), await anOrganisation('compliance')]
  await prepare(org, async (ctx) => {
    const { id } = await aVendor(ctx)
    for (const status of ['open', 'plan_received', 'fixed', 'rejected', 'verified', 'accepted'] as const) await aFinding(ctx, id, { status })
  })
  expect(await count(org)).toMatchObject({ openFindings: 4 })
  expect(await count(other)).toMatchObject({ openFindings: 0 })
})

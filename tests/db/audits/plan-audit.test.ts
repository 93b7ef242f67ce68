import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { planFirstAudit, planNextAudit, planSpecialAudit } from '#app/domain/audits/plan-audit.server.ts'
import type { Tier } from '#app/domain/audits/due-dates.ts'
import { auditCycles, calendarDays, trail } from '#db/schema/index.ts'
import { anAgreement, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

async function agreed(ctx: Context, { tier = 'T2', ...values }: { tier?: Tier } & Parameters<typeof anAgreement>[2] = {}) {
  const vendor = await aVendor(ctx, { status: 'active', tier })
  const engagement = await anEngagement(ctx, vendor.id, { tier })
  return anAgreement(ctx, vendor.id, { engagementId: engagement.id, ...values })
}

test.each([
  ['T1', '2026-04-30', 'onsite'],
  ['T2', '2026-07-31', 'full'],
  ['T3', '2026-10-30', 'light'],
  ['T4', '2027-01-29', 'light'],
] as const)('a first audit of a %s vendor falls due on %s', async (tier, due, depth) => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const agreement = await agreed(ctx, { tier })
    const audit = await planFirstAudit(ctx, { agreement, tier, effectiveOn: '2026-01-31' })
    expect(audit).toMatchObject({ ref: 'AU-0001', kind: 'first', state: 'planned', depth, dueEffective: due, legalCap: '2027-01-31', anchorDay: 31 })
  })
  const [entry] = await org.run(org.as('compliance'), ({ db }) => db.select().from(trail))
  expect(entry).toMatchObject({ action: 'audit.plan', subjectType: 'audit' })
  expect(JSON.parse(entry!.body)).toMatchObject({ data: { ref: 'AU-0001', kind: 'first', dueOn: due } })
})

test('a first audit keeps its nominal date when a holiday moves the effective one back', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    await ctx.db.insert(calendarDays).values({ orgId: org.orgId, day: '2026-07-31', kind: 'holiday' })
    const audit = await planFirstAudit(ctx, { agreement: await agreed(ctx), tier: 'T2', effectiveOn: '2026-01-31' })
    expect(audit).toMatchObject({ dueNominal: '2026-07-31', dueEffective: '2026-07-30' })
  })
})

test('an agreement that asks for the first audit earlier gets it earlier', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const agreement = await agreed(ctx, { parameters: { first_audit_months: 2 } })
    expect(await planFirstAudit(ctx, { agreement, tier: 'T2', effectiveOn: '2026-01-15' })).toMatchObject({ dueNominal: '2026-03-15' })
  })
})

test('a renewal keeps the running cycle, and a heavier tier adds a special audit', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const first = await agreed(ctx, { tier: 'T3' })
    const running = await planFirstAudit(ctx, { agreement: first, tier: 'T3', effectiveOn: '2026-01-10' })
    const engagement = await anEngagement(ctx, first.vendorId, { tier: 'T1' })
    const renewal = await anAgreement(ctx, first.vendorId, { engagementId: engagement.id, predecessorId: first.id })
    const kept = await planFirstAudit(ctx, { agreement: renewal, tier: 'T1', effectiveOn: '2026-03-02' })
    expect(kept).toMatchObject({ id: running.id, agreementId: renewal.id, dueNominal: running.dueNominal })
    const all = await ctx.db.select().from(auditCycles).where(eq(auditCycles.agreementId, renewal.id))
    expect(all.map(({ kind, trigger, dueNominal }) => [kind, trigger, dueNominal])).toContainEqual(['special', 'higher_tier_scope', '2026-06-02'])
  })
})

test('the next audit follows the interval of tier and band, counted from the day of completion', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const agreement = await agreed(ctx)
    const closed = { agreementId: agreement.id, vendorId: agreement.vendorId, dueNominal: '2026-07-31', anchorDay: 31, completedOn: '2026-07-20' }
    expect(await planNextAudit(ctx, { closed, agreement, tier: 'T2', band: 'B' })).toMatchObject({ kind: 'regular', dueNominal: '2027-07-20', legalCap: '2027-07-20' })
    expect(await planNextAudit(ctx, { closed, agreement, tier: 'T2', band: 'C' })).toMatchObject({ dueNominal: '2027-01-20' })
    expect(await planNextAudit(ctx, { closed, agreement, tier: 'T2', band: 'B', overridden: true })).toMatchObject({ dueNominal: '2026-10-20' })
  })
})

test('a T2 vendor is seen on site once in two years', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const agreement = await agreed(ctx, { effectiveOn: '2026-01-10' })
    const closed = { agreementId: agreement.id, vendorId: agreement.vendorId, dueNominal: '2026-07-10', anchorDay: 10, completedOn: '2026-07-10' }
    expect(await planNextAudit(ctx, { closed, agreement, tier: 'T2', band: 'A' })).toMatchObject({ dueNominal: '2027-07-10', depth: 'onsite' })
  })
})

test('a special audit is due 30 days after its reason, once; an ordinary one due before serves', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const agreement = await agreed(ctx)
    const regular = await planFirstAudit(ctx, { agreement, tier: 'T2', effectiveOn: '2026-01-10' })
    const special = await planSpecialAudit(ctx, { agreement, tier: 'T2', trigger: 'serious_violation', raisedOn: '2026-03-02' })
    expect(special).toMatchObject({ kind: 'special', trigger: 'serious_violation', dueNominal: '2026-04-01', depth: 'full', legalCap: regular.legalCap })
    expect(await planSpecialAudit(ctx, { agreement, tier: 'T2', trigger: 'incident', raisedOn: '2026-03-05' })).toMatchObject({ id: special.id })
    await ctx.db.delete(auditCycles).where(eq(auditCycles.id, special.id))
    expect(await planSpecialAudit(ctx, { agreement, tier: 'T2', trigger: 'incident', raisedOn: '2026-06-20' })).toMatchObject({ id: regular.id })
  })
})

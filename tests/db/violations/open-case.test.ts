import { expect, test } from 'vitest'
import { openCase } from '#app/domain/violations/open-case.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { cases, trail } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const system = (orgId: string) => ({ kind: 'system', orgId, job: 'notifier' }) as const

test('V-16 that N-07 opens is class P from the start; a further signal joins the open case and may only make it graver', async () => {
  const org = await anOrganisation('compliance')
  await org.run(system(org.orgId), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    const first = await openCase(ctx, { vendorId: vendor.id, violationId: 'V-16', source: 'notifier', alert: 'N-07', facts: 'F-0001' })
    expect(first).toMatchObject({ isNew: true, violationCase: { class: 'P', severity: 'medium', detectedBy: 'N-07', reportedBy: { kind: 'system', id: 'notifier' } } })
    const again = await openCase(ctx, { vendorId: vendor.id, violationId: 'V-16', source: 'notifier', alert: 'N-07', facts: 'F-0002', signals: ['critical'] })
    expect(again).toMatchObject({ isNew: false, violationCase: { id: first.violationCase.id, severity: 'critical' } })
    expect(await getVendor(ctx, vendor.id)).toMatchObject({ status: 'suspended', suspensionSeverity: 'critical' })
    expect(await openCase(ctx, { vendorId: vendor.id, violationId: 'V-16', source: 'notifier', facts: 'F-0003' })).toMatchObject({ violationCase: { severity: 'critical', class: 'P' } })
    expect(await ctx.db.select().from(cases)).toHaveLength(1)
  })
  const entries = await org.run(org.as('compliance'), ({ db }) => db.select({ action: trail.action, body: trail.body }).from(trail).where(eq(trail.subjectType, 'case')))
  expect(entries.map(({ action }) => action)).toEqual(['case.open', 'case.signal', 'case.signal'])
  expect(JSON.parse(entries[1]!.body)).toMatchObject({ data: { facts: 'F-0002', alert: 'N-07' } })
})

test('a reported D becomes P when the notifier speaks; a confirmed case stays as it was frozen', async () => {
  const org = await anOrganisation('compliance')
  await org.run(system(org.orgId), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    const signal = { vendorId: vendor.id, violationId: 'V-16', source: 'notifier', facts: 'x' } as const
    const { violationCase } = await openCase(ctx, { ...signal, source: 'report' })
    expect(violationCase.class).toBe('D')
    expect((await openCase(ctx, { ...signal, alert: 'N-07' })).violationCase.class).toBe('P')
    await ctx.db.update(cases).set({ state: 'remediation', class: 'D' }).where(eq(cases.id, violationCase.id))
    expect((await openCase(ctx, { ...signal, alert: 'N-07', signals: ['high'] })).violationCase).toMatchObject({ class: 'D', severity: 'medium', state: 'remediation' })
  })
})

test('a closed case is never reopened: new facts open a linked one', async () => {
  const org = await anOrganisation('compliance')
  await org.run(system(org.orgId), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    const signal = { vendorId: vendor.id, violationId: 'V-16', source: 'notifier', alert: 'N-07', facts: 'x' } as const
    const { violationCase } = await openCase(ctx, signal)
    await ctx.db.update(cases).set({ state: 'closed_remediated', closedAt: ctx.now }).where(eq(cases.id, violationCase.id))
    expect(await openCase(ctx, signal)).toMatchObject({ isNew: true, violationCase: { linkedCaseId: violationCase.id } })
  })
})

test("another organisation's vendor is not found", async () => {
  const [one, two] = [await anOrganisation('compliance'), await anOrganisation('compliance')]
  const vendor = await one.run(one.as('compliance'), (ctx) => aVendor(ctx))
  await expect(two.run(system(two.orgId), (ctx) => openCase(ctx, { vendorId: vendor.id, violationId: 'V-10', source: 'notifier', facts: 'x' }))).rejects.toMatchObject({ code: 'not-found' })
})

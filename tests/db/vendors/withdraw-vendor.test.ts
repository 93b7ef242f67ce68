import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withdrawVendor } from '#app/domain/vendors/withdraw-vendor.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { engagements, trail } from '#db/schema/index.ts'
import { anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const input = { reason: 'The service is not wanted any more.' }

test('the request and its engagements are withdrawn, with the reason', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  const { vendor, engagement } = await org.run(procurement, async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'review' })
    return { vendor, engagement: await anEngagement(ctx, vendor.id, { status: 'submitted' }) }
  })
  expect(await org.run(procurement, (ctx) => withdrawVendor(ctx, vendor.id, input))).toMatchObject({ status: 'withdrawn' })
  await org.run(procurement, async ({ db }) => {
    expect(await db.select().from(engagements)).toMatchObject([{ status: 'withdrawn' }])
    expect(JSON.parse((await db.select().from(trail).orderBy(asc(trail.seq)))[0]!.body)).toMatchObject({ action: 'vendor.withdraw', data: { ...input, engagementIds: [engagement.id] } })
  })
})

test('refuses compliance', async () => {
  const org = await anOrganisation('compliance')
  await expect(org.run(org.as('compliance'), (ctx) => withdrawVendor(ctx, newId(), input))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's vendor", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const vendor = await one.run(one.as('procurement'), (ctx) => aVendor(ctx))
  await expect(two.run(two.as('procurement'), (ctx) => withdrawVendor(ctx, vendor.id, input))).rejects.toMatchObject({ code: 'not-found' })
})

test.each(['active', 'suspended', 'terminating', 'rejected', 'withdrawn'] as const)('refuses a vendor that is %s', async (status) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx, { status })
    await anEngagement(ctx, vendor.id, { status: 'submitted' })
    await expect(withdrawVendor(ctx, vendor.id, input)).rejects.toMatchObject({ code: 'conflict', key: 'status.blocked.vendor.wrong_status' })
    expect(await ctx.db.select().from(engagements)).toMatchObject([{ status: 'submitted' }])
  })
})

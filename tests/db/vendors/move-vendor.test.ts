import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { moveVendor } from '#app/domain/vendors/move-vendor.server.ts'
import { nextRef } from '#app/domain/vendors/next-ref.server.ts'
import { getVendor, getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { trail, vendors } from '#db/schema/index.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

test('a step changes the status, the columns that go with it, and leaves an entry', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  const vendor = await org.run(procurement, (ctx) => aVendor(ctx))
  const moved = await org.run(procurement, (ctx) => moveVendor(ctx, { vendorId: vendor.id, action: 'submit_intake', set: { tier: 'T2' }, data: { note: 'x' } }))
  expect(moved).toMatchObject({ status: 'intake', tier: 'T2', revision: 2 })
  const [entry] = await org.run(procurement, ({ db }) => db.select().from(trail).orderBy(asc(trail.seq)))
  expect(entry).toMatchObject({ action: 'vendor.submit_intake', vendorId: vendor.id })
  expect(JSON.parse(entry!.body)).toMatchObject({ before: { status: 'draft', tier: null }, after: { status: 'intake', tier: 'T2' }, data: { note: 'x' } })
})

test('a step that the status does not allow is refused', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    await expect(moveVendor(ctx, { vendorId: vendor.id, action: 'approve' })).rejects.toMatchObject({ code: 'conflict', key: 'status.blocked.vendor.wrong_status' })
  })
})

test.each([['a malformed id', 'x'], ['a random id', newId()]])('%s is not found', async (_, id) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await expect(getVendor(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(getVendorHeader(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

test("another organisation's vendor is not found", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const vendor = await one.run(one.as('procurement'), (ctx) => aVendor(ctx))
  await two.run(two.as('procurement'), async (ctx) => {
    await expect(getVendor(ctx, vendor.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(moveVendor(ctx, { vendorId: vendor.id, action: 'submit_intake' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('references count up by kind and organisation', async () => {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  await one.run(one.as('admin'), async (ctx) => {
    expect([await nextRef(ctx, 'V', 'vendor'), await nextRef(ctx, 'V', 'vendor'), await nextRef(ctx, 'E', 'engagement')]).toEqual(['V-0001', 'V-0002', 'E-0001'])
  })
  await two.run(two.as('admin'), async (ctx) => expect(await nextRef(ctx, 'V', 'vendor')).toBe('V-0001'))
})

test('a header carries names, flags and the running ban', async () => {
  const org = await anOrganisation('compliance')
  const compliance = org.as('compliance')
  await org.run(compliance, async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', ownerId: compliance.userId, suspendedAt: ctx.now })
    expect(await getVendorHeader(ctx, vendor.id)).toMatchObject({ ownerName: 'compliance', complianceName: null, flags: ['SUPPLY_SUSPENDED'], bannedUntil: null })
    await ctx.db.update(vendors).set({ suspendedAt: null }).where(eq(vendors.id, vendor.id))
    expect(await getVendorHeader(ctx, vendor.id)).toMatchObject({ flags: [] })
  })
})

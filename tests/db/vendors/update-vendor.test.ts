import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.server.ts'
import type { UpdateVendorInput } from '#app/domain/vendors/input.ts'
import { updateVendor } from '#app/domain/vendors/update-vendor.server.ts'
import { trail } from '#db/schema/index.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const input = (values: Partial<UpdateVendorInput> = {}): UpdateVendorInput => ({ name: 'New name', country: 'CN', revision: 1, ...values })

test('changes what is given, empties what is not, and records the difference', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  const vendor = await org.run(procurement, (ctx) => aVendor(ctx, { nameAlt: 'Old alias', ownerId: procurement.userId, regNo: 'X1' }))
  const after = await org.run(procurement, (ctx) => updateVendor(ctx, vendor.id, input({ complianceId: procurement.userId, regNo: undefined })))
  expect(after).toMatchObject({ name: 'New name', nameAlt: null, regNo: null, ownerId: null, complianceId: procurement.userId, revision: 2, status: 'draft' })
  const [entry] = await org.run(procurement, ({ db }) => db.select().from(trail).orderBy(asc(trail.seq)))
  expect(JSON.parse(entry!.body)).toMatchObject({ action: 'vendor.update', before: { nameAlt: 'Old alias' }, after: { nameAlt: null, name: 'New name' } })
})

test('refuses an auditor', async () => {
  const org = await anOrganisation('auditor')
  await expect(org.run(org.as('auditor'), (ctx) => updateVendor(ctx, newId(), input()))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's vendor", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const vendor = await one.run(one.as('procurement'), (ctx) => aVendor(ctx))
  await expect(two.run(two.as('procurement'), (ctx) => updateVendor(ctx, vendor.id, input()))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses what was drawn from an older revision', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    await updateVendor(ctx, vendor.id, input())
    await expect(updateVendor(ctx, vendor.id, input({ name: 'Later' }))).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
  })
})

test('refuses a number that another vendor carries, and a stranger as owner', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { regNo: '91350100M000100Y43' })
    const vendor = await aVendor(ctx, { regNo: '91440101MA5D3F7K8X' })
    await expect(updateVendor(ctx, vendor.id, input({ regNo: '91350100M000100Y43' }))).rejects.toMatchObject({ fields: [{ field: 'regNo', key: 'vendors.duplicate.same' }] })
    await expect(updateVendor(ctx, vendor.id, input({ complianceId: newId() }))).rejects.toMatchObject({ fields: [{ field: 'complianceId', key: 'form.choice' }] })
    expect(await updateVendor(ctx, vendor.id, input({ regNo: '91440101MA5D3F7K8X' }))).toMatchObject({ revision: 2 })
  })
})

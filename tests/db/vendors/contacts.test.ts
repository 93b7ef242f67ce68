import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createContact } from '#app/domain/vendors/create-contact.server.ts'
import { deactivateContact } from '#app/domain/vendors/deactivate-contact.server.ts'
import { ContactInput } from '#app/domain/vendors/input.ts'
import { getContact, listContacts } from '#app/domain/vendors/queries.server.ts'
import { updateContact } from '#app/domain/vendors/update-contact.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { links, portalSessions, trail } from '#db/schema/index.ts'
import { aContact, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const input = (values: Partial<ContactInput> = {}): ContactInput => ({
  name: '黄志远', email: 'huang@yunfan.example', language: 'zh-CN', zone: 'Asia/Shanghai', isPrimary: true, isSignatory: false, ...values,
})

test('a contact is added once an address', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    const contact = await createContact(ctx, vendor.id, input())
    expect(contact).toMatchObject({ vendorId: vendor.id, isActive: true, isPrimary: true })
    await expect(createContact(ctx, vendor.id, input())).rejects.toMatchObject({ fields: [{ field: 'email', key: 'vendors.contact.known' }] })
    expect((await listContacts(ctx, vendor.id)).map(({ id }) => id)).toEqual([contact.id])
  })
})

test('a contact is changed, and nobody else gets its address', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    const contact = await createContact(ctx, vendor.id, input({ phone: '+86 20 0000' }))
    await aContact(ctx, vendor.id, { email: 'taken@yunfan.example' })
    await expect(updateContact(ctx, contact.id, { ...input({ email: 'taken@yunfan.example' }), revision: 1 })).rejects.toMatchObject({ fields: [{ field: 'email' }] })
    expect(await updateContact(ctx, contact.id, { ...input({ isSignatory: true }), revision: 1 })).toMatchObject({ isSignatory: true, phone: null, revision: 2 })
    await expect(updateContact(ctx, contact.id, { ...input(), revision: 1 })).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
  })
})

test('a contact who left keeps no way in', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    const { id: contactId } = await createContact(ctx, vendor.id, input())
    const until = new Date(ctx.now.getTime() + 86_400_000)
    const own = { orgId: ctx.actor.orgId, contactId, vendorId: vendor.id, createdAt: ctx.now, expiresAt: until }
    await ctx.db.insert(links).values({ ...own, id: newId(), subjectType: 'home', tokenHash: 'a' })
    await ctx.db.insert(portalSessions).values({ ...own, id: newId(), tokenHash: 'b', lastSeenAt: ctx.now })
    expect(await deactivateContact(ctx, contactId)).toMatchObject({ isActive: false })
    expect(await ctx.db.select().from(portalSessions)).toEqual([])
    expect(await ctx.db.select().from(links)).toMatchObject([{ revokedAt: ctx.now }])
    await expect(deactivateContact(ctx, contactId)).rejects.toMatchObject({ code: 'conflict', key: 'vendors.contact.inactive' })
    expect(await updateContact(ctx, contactId, { ...input(), revision: 2 })).toMatchObject({ isActive: true })
  })
  const actions = await org.run(org.as('procurement'), async ({ db }) => (await db.select().from(trail).orderBy(asc(trail.seq))).map(({ action }) => action))
  expect(actions).toEqual(['contact.create', 'contact.deactivate', 'contact.update'])
})

test('refuses an auditor', async () => {
  const org = await anOrganisation('auditor', 'procurement')
  const contact = await org.run(org.as('procurement'), async (ctx) => aContact(ctx, (await aVendor(ctx)).id))
  await org.run(org.as('auditor'), async (ctx) => {
    await expect(createContact(ctx, contact.vendorId, input())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateContact(ctx, contact.id, { ...input(), revision: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deactivateContact(ctx, contact.id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test("does not find another organisation's vendor or contact", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const contact = await one.run(one.as('procurement'), async (ctx) => aContact(ctx, (await aVendor(ctx)).id))
  await two.run(two.as('procurement'), async (ctx) => {
    await expect(createContact(ctx, contact.vendorId, input())).rejects.toMatchObject({ code: 'not-found' })
    for (const id of [contact.id, newId(), 'x']) {
      await expect(getContact(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(updateContact(ctx, id, { ...input(), revision: 1 })).rejects.toMatchObject({ code: 'not-found' })
      await expect(deactivateContact(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

test.each([['email', 'not an address'], ['zone', 'Mars/Olympus'], ['language', 'fr'], ['name', '']])('a contact with a wrong %s is refused at the field', (field, value) => {
  const parsed = ContactInput.safeParse({ ...input(), [field]: value })
  expect(parsed.error?.issues[0]?.path).toEqual([field])
})

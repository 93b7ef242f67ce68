import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createVendor } from '#app/domain/vendors/create-vendor.server.ts'
import { listDuplicates } from '#app/domain/vendors/duplicates.server.ts'
import { CreateVendorInput } from '#app/domain/vendors/input.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { engagements, trail, vendorBans } from '#db/schema/index.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const REG_NO = '91350100M000100Y43'
const input = (values: Partial<CreateVendorInput> = {}): CreateVendorInput => ({
  name: '广州云帆呼叫中心服务外包有限公司', nameAlt: 'Guangzhou Yunfan Contact Centre Outsourcing Co., Ltd.', regNo: REG_NO, country: 'CN', service: '分期客服热线', notDuplicate: false, ...values,
})
const fieldOf = (field: string, key: string) => expect.objectContaining({ code: 'invalid', fields: [expect.objectContaining({ field, key })] })

test('a request is a vendor and an engagement, both drafts, with two entries', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  const { vendorId, engagementId } = await org.run(procurement, (ctx) => createVendor(ctx, input({ ownerId: procurement.userId })))
  await org.run(procurement, async (ctx) => {
    expect(await getVendor(ctx, vendorId)).toMatchObject({ ref: 'V-0001', status: 'draft', regNo: REG_NO, ownerId: procurement.userId, tier: null })
    expect(await ctx.db.select().from(engagements)).toMatchObject([{ id: engagementId, ref: 'E-0001', vendorId, title: '分期客服热线', status: 'draft', requesterId: procurement.userId }])
    expect((await ctx.db.select().from(trail).orderBy(asc(trail.seq))).map(({ action }) => action)).toEqual(['vendor.create', 'engagement.create'])
  })
})

test('refuses an auditor', async () => {
  const org = await anOrganisation('auditor')
  await expect(org.run(org.as('auditor'), (ctx) => createVendor(ctx, input()))).rejects.toMatchObject({ code: 'forbidden' })
})

test('refuses a registration number that is known, and names the vendor', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { name: 'Somebody else', regNo: REG_NO })
    const refused = createVendor(ctx, input({ notDuplicate: true }))
    await expect(refused).rejects.toEqual(fieldOf('regNo', 'vendors.duplicate.same'))
    await expect(refused).rejects.toMatchObject({ fields: [{ data: { ref: 'V-0001', name: 'Somebody else' } }] })
  })
})

test('asks about a similar name once, and takes a word that it is another company', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { name: '云帆呼叫中心服务外包股份有限公司' })
    await expect(createVendor(ctx, input())).rejects.toEqual(fieldOf('notDuplicate', 'vendors.duplicate.similar'))
    expect(await createVendor(ctx, input({ notDuplicate: true }))).toMatchObject({ vendorId: expect.any(String) })
  })
})

test('refuses a banned registration number until the ban has ended, and says when', async () => {
  const org = await anOrganisation('procurement')
  const ban = (untilOn: string) =>
    org.run(org.as('procurement'), async (ctx) => {
      const vendor = await aVendor(ctx, { status: 'banned', regNo: REG_NO })
      await ctx.db.insert(vendorBans).values({ orgId: ctx.actor.orgId, id: newId(), vendorId: vendor.id, fromOn: '2025-01-01', untilOn, reason: 'V-01', createdAt: ctx.now })
      await createVendor(ctx, input())
    })
  await expect(ban('2026-11-24')).rejects.toMatchObject({ fields: [{ field: 'regNo', key: 'vendors.banned_until', data: { until: '2026-11-24' } }] })
  await expect(ban('2026-11-23')).rejects.toEqual(fieldOf('regNo', 'vendors.duplicate.same'))
})

test('refuses an owner who is not of this organisation', async () => {
  const [org, other] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const create = org.run(org.as('procurement'), (ctx) => createVendor(ctx, input({ ownerId: other.as('procurement').userId })))
  await expect(create).rejects.toEqual(fieldOf('ownerId', 'form.choice'))
})

test("another organisation's vendors are no duplicates, and its numbers are free here", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  await one.run(one.as('procurement'), (ctx) => createVendor(ctx, input()))
  await two.run(two.as('procurement'), async (ctx) => {
    expect(await listDuplicates(ctx, input())).toEqual([])
    expect(await createVendor(ctx, input())).toMatchObject({ vendorId: expect.any(String) })
  })
})

test('duplicates come with their number and their ban, the same number first', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { name: '广州云帆呼叫中心' })
    const same = await aVendor(ctx, { name: 'Renamed', regNo: REG_NO })
    await aVendor(ctx, { name: '深圳博星物流有限公司' })
    const found = await listDuplicates(ctx, { name: input().name, regNo: ` ${REG_NO.toLowerCase()} ` })
    expect(found.map(({ name, same }) => [name, same])).toEqual([['Renamed', true], ['广州云帆呼叫中心', false]])
    expect(found[0]).toMatchObject({ id: same.id, bannedUntil: null })
    expect((await listDuplicates(ctx, { name: '云帆呼叫中' })).map(({ name }) => name)).toEqual(['广州云帆呼叫中心'])
    expect(await listDuplicates(ctx, { name: '有限公司' })).toEqual([])
    expect(await listDuplicates(ctx, { name: '上海海纳信息技术有限公司' })).toEqual([])
    expect(await listDuplicates(ctx, { name: "x' or 1=1; --" })).toEqual([])
  })
})

const form = (values: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ name: 'Acme', country: 'DE', service: 'Hosting', ...values })) data.set(name, value)
  return data
}

test.each([
  ['300 characters', { name: '名'.repeat(300) }, 'name', 'form.too_long'],
  ['nothing but spaces', { name: ' \u202e ' }, 'name', 'form.required'],
  ['a Chinese number without its check digit', { country: 'CN', regNo: '91350100M000100Y44' }, 'regNo', 'vendors.reg_no.wrong'],
  ['a country that is none', { country: 'XX' }, 'country', 'form.choice'],
  ['a website that runs a script', { website: 'javascript:alert(1)' }, 'website', 'vendors.website_wrong'],
])('a form with %s is refused at the field', (_, values, field, key) => {
  expect(() => parseForm(form(values), CreateVendorInput)).toThrow(fieldOf(field, key))
})

test('rare characters, emoji and marks of direction are taken as names, without the marks', () => {
  expect(parseForm(form({ name: '𠮷野家🙂\u202e' }), CreateVendorInput)).toMatchObject({ name: '𠮷野家🙂' })
  expect(parseForm(form({ regNo: ' hrb １２ ' }), CreateVendorInput)).toMatchObject({ regNo: 'HRB12' })
})

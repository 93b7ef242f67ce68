import { describe, expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { engagements, vendors } from '#db/schema/index.ts'
import { aFile } from '#tests/support/file.ts'
import { aFullIntake } from '#tests/support/intake.ts'
import { aSession } from '#tests/support/person.ts'
import { call } from '#tests/support/request.ts'
import { aContact, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

type Module = { loader?: unknown; action?: unknown }
const modules = import.meta.glob<Module>('/app/routes/_app.{vendors,engagements}*.{ts,tsx}')
const route = (name: string) => modules[`/app/routes/_app.${name}.tsx`]!()
const about = Object.entries(modules)
  .map(([file, load]) => ({ name: file.replace(/^.*_app\.(.+)\.tsx?$/, '$1'), load }))
  .filter(({ name }) => name.includes('$'))

async function aProcurer() {
  const org = await anOrganisation('procurement')
  const { cookie } = await aSession(org.as('procurement'))
  return { cookie, run: <T>(work: (ctx: Context) => Promise<T>) => org.run(org.as('procurement'), work) }
}

async function aPlace(ctx: Context) {
  const { id: vendorId } = await aVendor(ctx, { regNo: '91350100M000100Y43' })
  return { vendorId, engagementId: (await anEngagement(ctx, vendorId)).id, contactId: (await aContact(ctx, vendorId)).id }
}

test('there are pages to ask', () => {
  expect(about.length).toBeGreaterThan(20)
})

describe.each(about)('$name', ({ load }) => {
  test('another organisation’s ids, random and malformed ones cannot be told apart', async () => {
    const { loader, action } = await load()
    const [own, foreign] = [await aProcurer(), await aProcurer()]
    const theirs = await own.run(aPlace)
    const random = { vendorId: newId(), engagementId: newId(), contactId: newId() }
    const form = { reason: 'A reason that is long enough.', severity: 'low', name: 'Acme', country: 'DE', title: 'Hosting', email: 'a@b.example', language: 'en', zone: 'UTC', revision: '1', conflict: 'none', infoTypes: 'contact', subjectCount: '1', purpose: 'p', scenario: 's' }
    for (const [handler, sent] of [[loader, undefined], [action, form]] as const) {
      if (!handler) continue
      const answers = []
      for (const params of [theirs, random, { vendorId: 'nonsense', engagementId: 'nonsense', contactId: 'nonsense' }]) answers.push(JSON.stringify(await call(handler, { params, cookie: foreign.cookie, form: sent })))
      const [first] = answers
      expect(answers.map((each) => each.replaceAll(/nonsense|[0-9a-f-]{36}/g, 'id'))).toEqual(answers.map(() => first!.replaceAll(/nonsense|[0-9a-f-]{36}/g, 'id')))
      if (sent) expect(first).toMatch(/"status":(403|404|302)/)
    }
    expect(await own.run((ctx) => ctx.db.select({ revision: vendors.revision }).from(vendors))).toEqual([{ revision: 1 }])
  })
})

test('a request that is refused comes back with what was typed and a sentence at the field; a good one goes on to its scope', async () => {
  const { cookie } = await aProcurer()
  const { action } = await route('vendors.new')
  const typed = { name: '𠮷野家🙂', country: 'CN', regNo: '91350100M000100Y44', service: '外卖' }
  const refused = await call(action, { cookie, form: typed })
  expect(refused).toMatchObject({ status: 400, data: { problem: { fields: [{ field: 'regNo', key: 'vendors.reg_no.wrong' }] }, values: typed } })
  expect(await call(action, { cookie, form: { ...typed, regNo: '91350100M000100Y43' } })).toMatchObject({ status: 302, location: expect.stringMatching(/^\/engagements\/[0-9a-f-]{36}\/intake$/) })
})

test('the same form sent twice makes one vendor', async () => {
  const { cookie, run } = await aProcurer()
  const { action } = await route('vendors.new')
  const form = { name: 'Acme GmbH', country: 'DE', service: 'Hosting', _once: 'abc' }
  const answers = [await call(action, { cookie, form }), await call(action, { cookie, form })]
  expect(answers.map(({ status }) => status)).toEqual([302, 409])
  expect(await run((ctx) => ctx.db.select({ id: vendors.id }).from(vendors))).toHaveLength(1)
})

test('the scope is saved with gaps, keeps what cannot be read in the form, and goes on to the check', async () => {
  const { cookie, run } = await aProcurer()
  const params = await run(aPlace)
  const { action } = await route('engagements.$engagementId.intake')
  const form = { title: '送货', revision: '1', 'IN-06': ['contact', 'transaction'], 'IN-07': '1,200', 'IN-15': '2027-02-30', 'IN-05[0].scenario': '送货', 'IN-05[1].scenario': '' }
  expect(await call(action, { params, cookie, form })).toMatchObject({
    status: 400, data: { problem: { fields: [{ field: 'IN-15', key: 'answer.not_a_date' }] }, values: { 'IN-15': '2027-02-30', 'IN-05[0].scenario': '送货', 'IN-06': ['contact', 'transaction'] } },
  })
  const saved = { ...form, 'IN-15': '2027-02-28' }
  expect(await call(action, { params, cookie, form: saved })).toMatchObject({ status: 302, location: `/engagements/${params.engagementId}/intake` })
  const [row] = await run((ctx) => ctx.db.select().from(engagements))
  expect(row?.intake).toMatchObject({ 'IN-07': 1200, 'IN-06': ['contact', 'transaction'], 'IN-05': [{ scenario: '送货' }] })
  expect(await call(action, { params, cookie, form: { ...saved, revision: '2', _check: '1' } })).toMatchObject({ location: `/engagements/${params.engagementId}/submit` })
  expect(await call(action, { params, cookie, form: { ...saved, revision: '3', _add: 'IN-10' } })).toMatchObject({ location: `/engagements/${params.engagementId}/intake?add=IN-10#IN-10` })
  expect(await call(action, { params, cookie, form: saved })).toMatchObject({ status: 409, data: { values: { title: '送货' } } })
})

test('the check lists each gap with the way to it; a whole request is submitted with the requester’s word', async () => {
  const { cookie, run } = await aProcurer()
  const { engagementId } = await run(aPlace)
  const params = { engagementId }
  const { loader, action } = await route('engagements.$engagementId.submit')
  const gaps = (await call(loader, { params, cookie })).data as { gaps: { field: string; to: string }[] }
  expect(gaps.gaps.find(({ field }) => field === 'IN-17')?.to).toBe(`/engagements/${engagementId}/intake#item-IN-17`)
  await run(async (ctx) => {
    const file = await aFile(ctx)
    await ctx.db.update(engagements).set({ intake: aFullIntake(file.id), piaFileId: file.id })
  })
  expect((await call(loader, { params, cookie })).data).toMatchObject({ gaps: [], maySubmit: true, inherent: { tier: 'T3' } })
  expect(await call(action, { params, cookie, form: { revision: '1', conflict: 'declared' } })).toMatchObject({ status: 400, data: { problem: { fields: [{ field: 'conflictDetail' }] } } })
  expect(await call(action, { params, cookie, form: { revision: '1', conflict: 'none' } })).toMatchObject({ status: 302, location: `/engagements/${engagementId}` })
  const page = (await call((await route('engagements.$engagementId._index')).loader, { params, cookie })).data
  expect(page).toMatchObject({ engagement: { status: 'submitted' }, inherent: { ir: 41, tier: 'T3' }, may: { fill: false, send: true } })
})

test('the list answers its address, and says no to one that makes no sense', async () => {
  const { cookie, run } = await aProcurer()
  await run(async (ctx) => {
    await aVendor(ctx, { name: '广州云帆', status: 'active' })
    await aVendor(ctx, { name: 'Other' })
  })
  const { loader } = await route('vendors._index')
  expect((await call(loader, { cookie, path: '/vendors?q=云帆&status=active' })).data).toMatchObject({ count: 1, vendors: [{ name: '广州云帆' }], mayCreate: true })
  expect(await call(loader, { cookie, path: '/vendors?sort=happiness' })).toMatchObject({ status: 400 })
  expect(await call((await route('engagements._index')).loader, { cookie, path: '/engagements?after=x' })).toMatchObject({ status: 400 })
})

test('known vendors are found while a name is typed', async () => {
  const { cookie, run } = await aProcurer()
  await run((ctx) => aVendor(ctx, { name: '广州云帆呼叫中心服务外包有限公司' }))
  const { loader } = await modules['/app/routes/_app.vendors.duplicates.ts']!()
  const ask = async (name: string) => (await call(loader, { cookie, path: `/vendors/duplicates?name=${encodeURIComponent(name)}` })).data
  expect(await ask('云帆呼叫中心')).toMatchObject({ duplicates: [{ ref: 'V-0001', same: false }] })
  expect(await ask('')).toEqual({ duplicates: [] })
})

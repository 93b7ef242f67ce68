import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { readVendorList, VENDOR_SORTS } from '#app/domain/vendors/list-input.server.ts'
import { listVendors, MOST_COUNTED } from '#app/domain/vendors/vendor-list.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { vendors } from '#db/schema/index.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { aCase, anAudit, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const NAMES = ['上海博星物流有限公司', 'Zeta', 'alpha', '广州云帆呼叫中心服务外包有限公司', 'Alpha', '𠮷野家', '深圳云科', 'Émile', '🙂 Emoji Co.', 'alpha']
const list = (ctx: Context, address = '') => listVendors(ctx, readVendorList(new URLSearchParams(address)))
const names = async (ctx: Context, address = '') => (await list(ctx, address)).vendors.map(({ name }) => name)

async function fill(ctx: Context, count: number) {
  await ctx.db.insert(vendors).values(
    Array.from({ length: count }, (_, n) => ({
      orgId: ctx.actor.orgId, id: newId(), ref: `V-${n}`, name: NAMES[n % NAMES.length]!, status: 'active' as const,
      residualLiveH: n % 4 === 0 ? null : (n % 3) * 1000, createdAt: ctx.now, updatedAt: new Date(ctx.now.getTime() - (n % 5) * 1000),
    })),
  )
}

async function walk(ctx: Context, address: string) {
  const forwards: string[] = []
  const backwards: string[] = []
  let page = await list(ctx, address)
  for (;;) {
    forwards.push(...page.vendors.map(({ id }) => id))
    if (!page.next) break
    page = await list(ctx, `${address}&after=${page.next}`)
  }
  backwards.unshift(...page.vendors.map(({ id }) => id))
  while (page.previous) {
    page = await list(ctx, `${address}&before=${page.previous}`)
    backwards.unshift(...page.vendors.map(({ id }) => id))
  }
  return { forwards, backwards }
}

test.each(VENDOR_SORTS.flatMap((sort) => (['zh-CN', 'en'] as const).map((locale) => [sort, locale] as const)))(
  'sorted by %s in %s every vendor comes exactly once, forwards and backwards, among equal values too',
  async (sort, locale) => {
    const org = await anOrganisation('procurement')
    await org.run(org.as('procurement'), async (ctx) => {
      await fill(ctx, 47)
      const { forwards, backwards } = await walk({ ...ctx, locale }, `sort=${sort}&limit=7`)
      expect(forwards).toHaveLength(47)
      expect(new Set(forwards).size).toBe(47)
      expect(backwards).toEqual(forwards)
    })
  },
)

test('names sort by pinyin for Chinese readers, and as in English for the others', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    for (const name of ['Beta', '深圳', '北京', 'alpha', '广州']) await aVendor(ctx, { name })
    expect(await names({ ...ctx, locale: 'zh-CN' }, 'sort=name')).toEqual(['北京', '广州', '深圳', 'alpha', 'Beta'])
    expect((await names({ ...ctx, locale: 'en' }, 'sort=name')).slice(0, 2)).toEqual(['alpha', 'Beta'])
    expect((await names({ ...ctx, locale: 'zh-CN' }, 'sort=-name')).at(-1)).toBe('北京')
  })
})

test('the riskiest come first, those without a residual last', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { name: 'new' })
    await aVendor(ctx, { name: 'low', residualLiveH: 0, bandLive: 'A' })
    await aVendor(ctx, { name: 'high', residualLiveH: 5000, bandLive: 'D' })
    expect(await names(ctx)).toEqual(['high', 'low', 'new'])
  })
})

test.each([
  ['云帆', 1], ['呼叫中心', 1], ['YUNFAN', 1], ['91440101', 1], ['V-0002', 1], ['100%', 1], ['_', 1], ['0', 3], ['nothing here', 0], ['𠮷', 1],
])('searching for %s finds %i', async (q, count) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { name: '广州云帆呼叫中心有限公司', nameAlt: 'Guangzhou Yunfan', regNo: '91440101MA5D3F7K8X' })
    await aVendor(ctx, { name: '100% _Sure', status: 'active' })
    await aVendor(ctx, { name: '𠮷野家' })
    const page = await list(ctx, `q=${encodeURIComponent(q)}`)
    expect(page.vendors).toHaveLength(count)
    expect(page.count).toBe(count)
  })
})

test('filters narrow, several values of one widen', async () => {
  const org = await anOrganisation('procurement', 'compliance')
  const owner = org.as('compliance').userId
  await org.run(org.as('procurement'), async (ctx) => {
    await aVendor(ctx, { name: 'a', status: 'active', tier: 'T1', bandLive: 'A', ownerId: owner })
    await aVendor(ctx, { name: 'b', status: 'suspended', tier: 'T2', bandLive: 'B', suspendedAt: ctx.now })
    await aVendor(ctx, { name: 'c', status: 'draft' })
    const each = async (address: string) => (await names(ctx, address)).sort()
    expect(await each('status=active&status=draft')).toEqual(['a', 'c'])
    expect(await each('tier=T1&tier=T2&band=B')).toEqual(['b'])
    expect(await each('flag=SUPPLY_SUSPENDED')).toEqual(['b'])
    expect(await each(`owner=${owner}`)).toEqual(['a'])
    expect((await list(ctx, 'status=active')).vendors[0]).toMatchObject({ ownerName: 'compliance', flags: [] })
  })
})

test('flags and the next date come from the data', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', reassessDueOn: '2027-01-31' })
    expect((await list(ctx)).vendors[0]).toMatchObject({ flags: [], nextOn: '2027-01-31', nextKind: 'reassessment' })
    await anAudit(ctx, vendor.id, { dueEffective: '2026-11-23' })
    await aCase(ctx, vendor.id, { state: 'terminating' })
    expect((await list(ctx)).vendors[0]).toMatchObject({ flags: ['MUST_TERMINATE', 'AUDIT_OVERDUE'], nextOn: '2026-11-23', nextKind: 'audit' })
    expect(await names(ctx, 'flag=AUDIT_OVERDUE')).toHaveLength(1)
  })
})

test('an audit due today is not overdue; a refused one is, until a later audit is completed or the vendor has ended', async () => {
  const org = await anOrganisation('compliance')
  const overdue = async (ctx: Context, ...audits: Parameters<typeof anAudit>[2][]) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    for (const audit of audits) await anAudit(ctx, vendor.id, audit)
    return (await getVendorHeader(ctx, vendor.id)).flags.includes('AUDIT_OVERDUE')
  }
  await org.run(org.as('compliance'), async (ctx) => {
    expect(await overdue(ctx, { dueEffective: '2026-11-24' })).toBe(false)
    expect(await overdue(ctx, { dueEffective: '2026-11-23', state: 'closed', completedOn: '2026-11-20' })).toBe(false)
    expect(await overdue(ctx, { dueEffective: '2026-06-01', state: 'refused' })).toBe(true)
    expect(await overdue(ctx, { dueEffective: '2026-06-01', state: 'refused' }, { dueEffective: '2026-09-01', state: 'closed', completedOn: '2026-08-30' })).toBe(false)
    const ended = await aVendor(ctx, { status: 'terminated' })
    await anAudit(ctx, ended.id, { dueEffective: '2026-06-01', state: 'refused' })
    expect((await getVendorHeader(ctx, ended.id)).flags).toEqual([])
  })
})

test('the count stops at a thousand and one', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await fill(ctx, MOST_COUNTED + 50)
    expect((await list(ctx)).count).toBe(MOST_COUNTED + 1)
    expect((await list(ctx, 'q=alpha&limit=5')).count).toBeLessThanOrEqual(MOST_COUNTED)
  })
})

test('a text found in more rows than are counted still lists them in order', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    await ctx.db.insert(vendors).values(
      Array.from({ length: MOST_COUNTED + 10 }, (_, n) => ({ orgId: ctx.actor.orgId, id: newId(), ref: `V-${n}`, name: `科技公司 ${String(n).padStart(4, '0')}`, status: 'active' as const, createdAt: ctx.now, updatedAt: ctx.now })),
    )
    const page = await list(ctx, `q=${encodeURIComponent('科技公司')}&sort=name&limit=2`)
    expect(page.vendors.map(({ name }) => name)).toEqual(['科技公司 0000', '科技公司 0001'])
    expect(page.count).toBe(MOST_COUNTED + 1)
  })
})

test("another organisation's vendors are not there", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  await one.run(one.as('procurement'), (ctx) => aVendor(ctx, { name: 'Hidden Company' }))
  await two.run(two.as('procurement'), async (ctx) => {
    expect(await list(ctx)).toEqual({ vendors: [], count: 0 })
    expect((await list(ctx, 'q=Hidden')).vendors).toEqual([])
  })
})

test.each(['sort=owner', 'status=happy', 'after=%%%', 'after=eyJ9', 'sort=name&after=WzEsInh4Il0', 'limit=0', 'limit=1000', 'owner=x', 'tier=T9'])('an address with %s is refused', (address) => {
  expect(() => readVendorList(new URLSearchParams(address))).toThrow(expect.objectContaining({ code: 'invalid' }))
})

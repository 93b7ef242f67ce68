import { expect, test } from 'vitest'
import { countAgreements, listAgreements, readAgreementList } from '#app/domain/agreements/agreement-list.server.ts'
import { anAgreement, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

const query = (address = '') => readAgreementList(new URLSearchParams(address))
const numbers = (org: TestOrganisation, address = '') => org.run(org.as('auditor'), async (ctx) => (await listAgreements(ctx, query(address))).rows.map(({ number }) => number))

async function aRegister() {
  const org = await anOrganisation('auditor')
  await org.run(org.as('auditor'), async (ctx) => {
    const vendor = await aVendor(ctx, { name: '云帆呼叫中心', nameAlt: 'Yunfan Contact Centre' })
    const engagementId = (await anEngagement(ctx, vendor.id, { title: '100%_回访', status: 'submitted' })).id
    const add = (number: string, values: Parameters<typeof anAgreement>[2]) => anAgreement(ctx, vendor.id, { engagementId, number, ...values })
    await add('DPA-1', { status: 'active', authEnd: '2028-01-01' })
    await add('DPA-2', { status: 'active', authEnd: '2027-02-22' })
    await add('DPA-3', { status: 'expired', authEnd: '2026-01-01' })
    await add('DPA-4', { status: 'draft', authEnd: '2027-02-22' })
    await add('DPA-5', { status: 'active', authEnd: '2027-02-23' })
  })
  return org
}

test('what runs stands before what has ended, by last day', async () => {
  const org = await aRegister()
  expect(await numbers(org)).toEqual(['DPA-2', 'DPA-4', 'DPA-5', 'DPA-1', 'DPA-3'])
})

test('filters by status, by what ends within 90 days, and by words of number, vendor or service', async () => {
  const org = await aRegister()
  expect(await numbers(org, 'status=draft&status=expired')).toEqual(['DPA-4', 'DPA-3'])
  // 24 November and 90 days is 22 February.
  expect(await numbers(org, 'ending=soon')).toEqual(['DPA-2'])
  expect(await numbers(org, 'q=yunfan')).toHaveLength(5)
  expect(await numbers(org, 'q=100%25_')).toHaveLength(5)
  expect(await numbers(org, 'q=10_')).toEqual([])
  expect(await org.run(org.as('auditor'), (ctx) => countAgreements(ctx, query('status=active')))).toBe(3)
})

test('pages by key, forth and back', async () => {
  const org = await anOrganisation('auditor')
  await org.run(org.as('auditor'), async (ctx) => {
    const vendor = await aVendor(ctx)
    const engagementId = (await anEngagement(ctx, vendor.id)).id
    for (let index = 0; index < 60; index++) await anAgreement(ctx, vendor.id, { engagementId, number: `DPA-${index}`, authEnd: index < 58 ? '2027-01-01' : '2026-01-01', status: index < 58 ? 'active' : 'void' })
    const first = await listAgreements(ctx, query())
    expect([first.rows.length, first.previous]).toEqual([50, undefined])
    const second = await listAgreements(ctx, query(`after=${first.next}`))
    expect([second.rows.length, second.next]).toEqual([10, undefined])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60)
    const back = await listAgreements(ctx, query(`before=${second.previous}`))
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
  })
})

test('an address with a status that does not exist is refused, a key that nobody wrote leads to the first page', async () => {
  const org = await aRegister()
  expect(() => query('status=nonsense')).toThrow(expect.objectContaining({ key: 'agreements.list.wrong_address' }))
  expect(await numbers(org, 'after=zzz&ending=maybe')).toHaveLength(5)
})

test('another organisation sees nothing of it', async () => {
  await aRegister()
  const other = await anOrganisation('auditor')
  expect(await numbers(other)).toEqual([])
})

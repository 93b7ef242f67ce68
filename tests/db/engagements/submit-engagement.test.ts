import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { getEngagement } from '#app/domain/engagements/queries.server.ts'
import { saveIntake } from '#app/domain/engagements/save-intake.server.ts'
import { submitEngagement } from '#app/domain/engagements/submit-engagement.server.ts'
import type { AnswerValue } from '#app/domain/questionnaires/template.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { trail, vendorBans } from '#db/schema/index.ts'
import { aFile } from '#tests/support/file.ts'
import { aFullIntake } from '#tests/support/intake.ts'
import { anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const REG_NO = '91350100M000100Y43'
const statement = { conflict: 'none' as const, conflictDetail: undefined }

async function aFilledEngagement(ctx: Context, { vendor = {}, intake = {}, notes = {} }: { vendor?: Parameters<typeof aVendor>[1]; intake?: Record<string, AnswerValue>; notes?: Record<string, string> } = {}) {
  const { id: vendorId } = await aVendor(ctx, { regNo: REG_NO, ...vendor })
  const file = await aFile(ctx)
  const { id } = await anEngagement(ctx, vendorId)
  return saveIntake(ctx, id, { title: '送货上门', revision: 1, intake: aFullIntake(file.id, intake), notes })
}

test('a complete request is submitted with its inherent risk, and the vendor comes to intake', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  const { id, vendorId, revision } = await org.run(procurement, (ctx) => aFilledEngagement(ctx))
  const after = await org.run(procurement, (ctx) => submitEngagement(ctx, id, { ...statement, revision }))
  expect(after).toMatchObject({
    status: 'submitted', tier: 'T3', inherentRisk: 41, conflictStatement: 'none',
    inherent: { ir: 41, irEff: 41, floors: [], points: { D1: 12, D2: 8, D3: 6, D4: 6, D5: 0, D6: 3, D7: 5, D8: 1 } },
  })
  await org.run(procurement, async (ctx) => {
    expect(await getVendor(ctx, vendorId)).toMatchObject({ status: 'intake', tier: 'T3' })
    expect((await ctx.db.select().from(trail).orderBy(asc(trail.seq))).map(({ action }) => action).slice(-2)).toEqual(['engagement.submit', 'vendor.submit_intake'])
  })
})

test('a floor raises the tier above what the points say, and is kept', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { id, revision } = await aFilledEngagement(ctx, { intake: { 'IN-05': [{ scenario: '门禁', info_types: ['biometric'], operations: ['view'], purpose: 'logistics' }], 'IN-06': ['contact', 'biometric'], 'IN-07': 500, 'IN-12': 'none', 'IN-13': 'low' } })
    expect(await submitEngagement(ctx, id, { ...statement, revision })).toMatchObject({ tier: 'T2', inherent: { ir: 40, floors: ['FL-4', 'FL-7'], irEff: 45 } })
  })
})

test.each<[string, Record<string, AnswerValue>, Record<string, string>]>([
  ['a legal basis that is not clear', { 'IN-17': 'unclear' }, {}],
  ['no impact assessment', { 'IN-19': [] }, {}],
  ['a row that is not finished', { 'IN-05': [{ scenario: '送货' }] }, {}],
  ['an end before the start', { 'IN-16': '2026-11-30' }, {}],
  ['more than 36 months', { 'IN-16': '2029-12-02' }, {}],
  ['"other" without a word', { 'IN-04': ['logistics', 'other'] }, {}],
])('refuses %s', async (_, intake, notes) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { id, vendorId, revision } = await aFilledEngagement(ctx, { intake, notes })
    await expect(submitEngagement(ctx, id, { ...statement, revision })).rejects.toMatchObject({ code: 'invalid', key: 'engagements.incomplete', data: { count: expect.any(Number) } })
    expect(await getEngagement(ctx, id)).toMatchObject({ status: 'draft', inherent: null })
    expect(await getVendor(ctx, vendorId)).toMatchObject({ status: 'draft', tier: null })
  })
})

test('a vendor without customer information is scored, and needs no impact assessment', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const intake = { 'IN-06': ['none'], 'IN-07': 0, 'IN-08': ['view'], 'IN-09': 'none_or_anonymised', 'IN-19': [], 'IN-05': [{ scenario: '保洁', info_types: ['none'], operations: ['view'], purpose: 'logistics' }] }
    const { id, revision } = await aFilledEngagement(ctx, { intake })
    expect(await submitEngagement(ctx, id, { ...statement, revision })).toMatchObject({ tier: 'T4', inherent: { points: { D1: 0, D2: 0 } } })
  })
})

test('refuses while a ban runs, and takes the vendor in again on the day after, with a clean start and its history', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  const engagement = await org.run(procurement, async (ctx) => {
    const made = await aFilledEngagement(ctx, { vendor: { status: 'banned', tier: 'T1', residualH: 5000, residualLiveH: 6000, bandLive: 'E', suspendedAt: ctx.now, terminatedOn: '2025-01-01' } })
    await ctx.db.insert(vendorBans).values({ orgId: ctx.actor.orgId, id: newId(), vendorId: made.vendorId, fromOn: '2023-11-24', untilOn: '2026-11-24', reason: 'V-01', createdAt: ctx.now })
    return made
  })
  const submit = (at?: Date) => org.run(procurement, (ctx) => submitEngagement(ctx, engagement.id, { ...statement, revision: engagement.revision }), at)
  await expect(submit()).rejects.toMatchObject({ code: 'conflict', key: 'vendors.banned_until', data: { until: '2026-11-24' } })
  await submit(new Date('2026-11-24T16:00:00Z'))
  await org.run(procurement, async (ctx) =>
    expect(await getVendor(ctx, engagement.vendorId)).toMatchObject({ status: 'intake', tier: 'T3', residualH: null, bandLive: null, suspendedAt: null, terminatedOn: null }),
  )
})

test('a further service of an active vendor leaves its status, and can only raise its tier', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    for (const [tier, expected] of [['T4', 'T3'], ['T1', 'T1']] as const) {
      const { id, vendorId, revision } = await aFilledEngagement(ctx, { vendor: { status: 'active', tier, regNo: tier === 'T4' ? REG_NO : '91440101MA5D3F7K8X' } })
      await submitEngagement(ctx, id, { ...statement, revision })
      expect(await getVendor(ctx, vendorId)).toMatchObject({ status: 'active', tier: expected })
    }
  })
})

test('refuses a business owner: procurement submits', async () => {
  const org = await anOrganisation('business_owner')
  await expect(org.run(org.as('business_owner'), (ctx) => submitEngagement(ctx, newId(), { ...statement, revision: 1 }))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's engagement", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const { id, revision } = await one.run(one.as('procurement'), (ctx) => aFilledEngagement(ctx))
  await expect(two.run(two.as('procurement'), (ctx) => submitEngagement(ctx, id, { ...statement, revision }))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses a second submission, a stale revision, and a vendor whose way has ended', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { id, revision } = await aFilledEngagement(ctx)
    await expect(submitEngagement(ctx, id, { ...statement, revision: revision - 1 })).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
    await submitEngagement(ctx, id, { conflict: 'declared', conflictDetail: 'A cousin works there.', revision })
    expect(await getEngagement(ctx, id)).toMatchObject({ conflictStatement: 'A cousin works there.' })
    await expect(submitEngagement(ctx, id, { ...statement, revision: revision + 1 })).rejects.toMatchObject({ code: 'conflict', key: 'engagements.not_a_draft' })
    const rejected = await aFilledEngagement(ctx, { vendor: { status: 'rejected', regNo: '91440101MA5D3F7K8X' } })
    await expect(submitEngagement(ctx, rejected.id, { ...statement, revision: rejected.revision })).rejects.toMatchObject({ code: 'conflict', key: 'status.blocked.vendor.wrong_status' })
  })
})

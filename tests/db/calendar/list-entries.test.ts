import { expect, test } from 'vitest'
import { countEntries, countLate, listEntries } from '#app/domain/calendar/list-entries.server.ts'
import { assessments, caseSteps, evidence, files, questionnaireVersions, vendors } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { eq } from 'drizzle-orm'
import { aCase, aFinding, anAgreement, anAudit, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

const MONTH = { from: '2026-11-01', to: '2026-11-30', perDay: 50 }

/** One vendor with one date of every kind in November. */
async function everything(org: TestOrganisation) {
  const { orgId } = org
  return org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T2', ownerId: org.as('procurement').userId, reassessDueOn: '2026-11-06' })
    const agreement = await anAgreement(ctx, vendor.id, { authEnd: '2026-11-03', number: 'DPA-1' })
    await anAudit(ctx, vendor.id, { agreementId: agreement.id, ref: 'AU-1', state: 'notified', dueEffective: '2026-11-27', startOn: '2026-11-25' })
    await anAudit(ctx, vendor.id, { agreementId: agreement.id, ref: 'AU-0', state: 'closed', dueEffective: '2026-11-04' })
    await anAudit(ctx, vendor.id, { agreementId: agreement.id, ref: 'AU-X', state: 'cancelled_terminated', dueEffective: '2026-11-04' })
    await aFinding(ctx, vendor.id, { ref: 'F-1', dueOn: '2026-11-10' })
    const fileId = newId()
    await ctx.db.insert(files).values({ orgId, id: fileId, name: 'iso.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: 'x', key: Buffer.from('k'), uploadedBy: { kind: 'system', id: 't', name: 't' }, createdAt: ctx.now })
    await ctx.db.insert(evidence).values({ orgId, id: newId(), vendorId: vendor.id, fileId, type: 'iso27001', expiresOn: '2026-11-12', createdAt: ctx.now })
    const engagement = await anEngagement(ctx, vendor.id)
    const version = newId()
    await ctx.db.insert(questionnaireVersions).values({ orgId, id: version, templateId: 't', version: '1', digest: 'd', body: {}, publishedAt: ctx.now })
    await ctx.db.insert(assessments).values({
      orgId, id: newId(), ref: 'A-1', vendorId: vendor.id, engagementId: engagement.id, questionnaireVersionId: version, modelVersion: '1', tier: 'T2', profile: 'full',
      status: 'invited', dueOn: '2026-11-17', invitedBy: newId(), invitedAt: ctx.now, updatedAt: ctx.now,
    })
    const found = await aCase(ctx, vendor.id, { state: 'must_terminate' })
    // The end of 25 November in Shanghai.
    await ctx.db.insert(caseSteps).values({ orgId, caseId: found.id, stepId: 'W-06', startedAt: ctx.now, dueAt: new Date('2026-11-25T16:00:00Z'), updatedAt: ctx.now })
    return { vendor, found }
  })
}

test('everything with a date in the organisation comes in order, each on its local day', async () => {
  const org = await anOrganisation('compliance', 'procurement')
  const { vendor, found } = await everything(org)
  const { entries } = await org.run(org.as('compliance'), (ctx) => listEntries(ctx, MONTH))
  expect(entries.map(({ on, what, ref, isDone }) => [on, what, ref, isDone])).toEqual([
    ['2026-11-03', 'agreement', 'DPA-1', false],
    ['2026-11-04', 'audit', 'AU-0', true],
    ['2026-11-06', 'reassessment', vendor.ref, false],
    ['2026-11-10', 'finding', 'F-1', false],
    ['2026-11-12', 'evidence', 'iso.pdf', false],
    ['2026-11-17', 'assessment', 'A-1', false],
    ['2026-11-25', 'step', 'W-06', false],
    ['2026-11-25', 'start', 'AU-1', false],
    ['2026-11-27', 'audit', 'AU-1', false],
  ])
  expect(entries.find(({ kind }) => kind === 'step')).toMatchObject({ subjectId: found.id, at: new Date('2026-11-25T16:00:00Z'), isClock: true, vendorName: vendor.name })
})

test('kinds and "mine" narrow it; the organisation’s own duties come with the rest', async () => {
  const org = await anOrganisation('compliance', 'procurement')
  await everything(org)
  await org.run(org.as('procurement'), async (ctx) => {
    expect((await listEntries(ctx, { ...MONTH, kinds: ['finding', 'agreement'] })).entries.map(({ kind }) => kind)).toEqual(['agreement', 'finding'])
    expect((await listEntries(ctx, { ...MONTH, mine: true })).entries).toHaveLength(9)
    expect((await listEntries(ctx, { from: '2026-12-01', to: '2026-12-31', perDay: 9 })).entries.map(({ kind, on }) => [kind, on])).toEqual([['quarterly', '2026-12-31'], ['yearly', '2026-12-31']])
  })
  await org.run(org.as('compliance'), async (ctx) => expect((await listEntries(ctx, { ...MONTH, mine: true })).entries).toEqual([]))
})

test('steps of a termination stay with those who may read cases', async () => {
  const org = await anOrganisation('compliance', 'procurement', 'dsr_handler')
  await everything(org)
  const { entries } = await org.run(org.as('dsr_handler'), (ctx) => listEntries(ctx, MONTH))
  expect(entries.map(({ kind }) => kind)).not.toContain('step')
})

test('a day lists as many as asked for and tells how many there are; days are counted with what is late', async () => {
  const org = await anOrganisation('compliance', 'procurement')
  const { vendor } = await everything(org)
  await org.run(org.as('compliance'), async (ctx) => {
    for (const n of [2, 3, 4]) await aFinding(ctx, vendor.id, { ref: `F-${n}`, dueOn: '2026-11-10' })
    const { entries, countOn } = await listEntries(ctx, { ...MONTH, perDay: 2 })
    expect(entries.filter(({ on }) => on === '2026-11-10')).toHaveLength(2)
    expect(countOn.get('2026-11-10')).toBe(4)
    const days = await countEntries(ctx, { ...MONTH, today: '2026-11-24' })
    expect(days.find(({ on }) => on === '2026-11-10')).toEqual({ on: '2026-11-10', count: 4, isLate: true })
    expect(days.find(({ on }) => on === '2026-11-04')).toEqual({ on: '2026-11-04', count: 1, isLate: false })
    expect(days.find(({ on }) => on === '2026-11-25')).toEqual({ on: '2026-11-25', count: 2, isLate: false })
  })
})

test('a document that a newer one follows is done; one of a vendor that has ended is not asked for', async () => {
  const org = await anOrganisation('compliance', 'procurement')
  const { vendor } = await everything(org)
  await org.run(org.as('compliance'), async (ctx) => {
    const [row] = await ctx.db.select().from(evidence)
    const [file] = await ctx.db.select().from(files)
    const fileId = newId()
    await ctx.db.insert(files).values({ ...file!, id: fileId, name: 'iso-2027.pdf' })
    await ctx.db.insert(evidence).values({ ...row!, id: newId(), fileId, expiresOn: '2027-11-12' })
    const only = { ...MONTH, kinds: ['evidence' as const] }
    expect((await listEntries(ctx, only)).entries).toMatchObject([{ ref: 'iso.pdf', isDone: true }])
    expect((await listEntries(ctx, { ...only, only: { is: 'late', today: '2026-11-24' } })).entries).toEqual([])
    await ctx.db.update(vendors).set({ status: 'terminated' }).where(eq(vendors.id, vendor.id))
    expect((await listEntries(ctx, only)).entries).toEqual([])
  })
})

test('what is late and what is ahead: by the day, and by the minute where a clock runs', async () => {
  const org = await anOrganisation('compliance', 'procurement')
  await everything(org)
  const at = (now: string, today: string) =>
    org.run(org.as('compliance'), async (ctx) => {
      const refs = async (is: 'late' | 'ahead') => (await listEntries(ctx, { ...MONTH, only: { is, today } })).entries.map(({ ref }) => ref)
      return { late: await refs('late'), ahead: await refs('ahead'), count: await countLate(ctx, { ...MONTH, today }) }
    }, new Date(now))
  expect(await at('2026-11-25T15:59:00Z', '2026-11-25')).toMatchObject({ late: ['DPA-1', expect.any(String), 'F-1', 'iso.pdf', 'A-1'], ahead: ['W-06', 'AU-1', 'AU-1'], count: 5 })
  expect(await at('2026-11-25T16:00:00Z', '2026-11-26')).toMatchObject({ ahead: ['AU-1'], count: 7 })
})

test("another organisation's dates are not there", async () => {
  const [one, two] = [await anOrganisation('compliance', 'procurement'), await anOrganisation('compliance')]
  await everything(one)
  expect((await two.run(two.as('compliance'), (ctx) => listEntries(ctx, MONTH))).entries).toEqual([])
})

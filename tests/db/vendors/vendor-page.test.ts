import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { getOverview } from '#app/domain/vendors/overview.server.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { suspendSupply } from '#app/domain/vendors/suspend-supply.server.ts'
import { countTabs, listAgreementsOf, listAssessmentsOf, listAuditsOf, listCasesOf, listFindingsOf, listTransfersOf } from '#app/domain/vendors/tab-rows.server.ts'
import { listTimeline } from '#app/domain/vendors/timeline.server.ts'
import { aCase, aContact, aFinding, anAudit, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const overview = async (ctx: Context, vendorId: string) => getOverview(ctx, await getVendorHeader(ctx, vendorId), { today: '2026-11-24', zone: 'Asia/Shanghai' })

test('the first tab says the next step, the next dates and why the residual is what it is', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', residualH: 1128, residualLiveH: 1128, bandLive: 'A', reassessDueOn: '2027-05-12' })
    await anEngagement(ctx, vendor.id, { title: 'Hotline', status: 'submitted', intake: { 'IN-07': 1200 } })
    await anAudit(ctx, vendor.id, { dueEffective: '2026-10-21', legalCap: '2027-04-21' })
    await aFinding(ctx, vendor.id, { severity: 'high', dueOn: '2026-12-18' })
    const page = await overview(ctx, vendor.id)
    expect(page.step).toMatchObject({ kind: 'close_audit', clause: 'R7.3.1' })
    expect(page.dates.map(({ on, kind }) => [on, kind])).toEqual([['2026-12-18', 'finding'], ['2027-05-12', 'reassessment'], ['2027-12-31', 'agreement_end']])
    expect(page.residual).toMatchObject({ decidedH: 1128, liveH: 1628, liveBand: 'B', reasons: [{ kind: 'unexplained' }, { kind: 'audit_overdue', points: 500 }] })
    expect(page.agreement).toMatchObject({ status: 'active', authEnd: '2027-12-31' })
    expect(page.engagement?.title).toBeTruthy()
  })
})

test.each([['draft', 'complete_intake'], ['intake', 'send_questionnaire'], ['approved', 'draft_agreement'], ['terminating', 'exit'], ['withdrawn', 'withdrawn']] as const)(
  'a vendor that is %s has a page too, and the next step is %s',
  async (status, kind) => {
    const org = await anOrganisation('compliance')
    await org.run(org.as('compliance'), async (ctx) => {
      const vendor = await aVendor(ctx, { status })
      await anEngagement(ctx, vendor.id, { status: status === 'draft' ? 'draft' : 'submitted' })
      const page = await overview(ctx, vendor.id)
      expect(page).toMatchObject({ step: { kind }, dates: [], timeline: [] })
      expect(page.residual).toBeUndefined()
    })
  },
)

test('a case that must end stands before everything else', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'terminating' })
    await aCase(ctx, vendor.id, { state: 'investigating' })
    const must = await aCase(ctx, vendor.id, { state: 'must_terminate', noticeDueAt: new Date('2026-11-24T15:59:59Z') })
    expect((await overview(ctx, vendor.id)).step).toMatchObject({ kind: 'issue_notice', subject: { id: must.id }, dueOn: '2026-11-24' })
    expect((await overview(ctx, vendor.id)).dates).toMatchObject([{ kind: 'notice', on: '2026-11-24', ref: must.ref }])
  })
})

test('the tabs list and count this vendor’s rows, open findings first', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    const other = await aVendor(ctx, { status: 'active' })
    await anAudit(ctx, vendor.id)
    await anAudit(ctx, other.id)
    await aFinding(ctx, vendor.id, { severity: 'low' })
    await aFinding(ctx, vendor.id, { severity: 'critical', status: 'verified' })
    await aFinding(ctx, vendor.id, { severity: 'high' })
    await aCase(ctx, vendor.id)
    await aContact(ctx, vendor.id)
    expect(await countTabs(ctx, vendor.id)).toEqual({ engagements: 1, assessments: 0, findings: 2, agreements: 1, audits: 1, violations: 1, documents: 0, contacts: 1, transfers: 0 })
    expect((await listFindingsOf(ctx, vendor.id)).map(({ severity }) => severity)).toEqual(['high', 'low', 'critical'])
    expect(await listAuditsOf(ctx, vendor.id)).toHaveLength(1)
    expect(await listAgreementsOf(ctx, vendor.id)).toHaveLength(1)
    expect(await listCasesOf(ctx, vendor.id)).toHaveLength(1)
    expect([await listAssessmentsOf(ctx, vendor.id), await listTransfersOf(ctx, vendor.id)]).toEqual([[], []])
  })
})

test('the timeline tells what was done, the latest first, page by page, and leaves small steps to the full trail', async () => {
  const org = await anOrganisation('compliance')
  const compliance = org.as('compliance')
  const vendor = await org.run(compliance, (ctx) => aVendor(ctx, { status: 'active' }))
  await org.run(compliance, (ctx) => suspendSupply(ctx, vendor.id, { reason: 'Nine days of logs are missing.', severity: 'high' }))
  await org.run(compliance, async (ctx) => {
    for (let n = 0; n < 5; n += 1) ctx.pending.push({ action: n % 2 ? 'answer.save' : 'finding.verify', subjectType: 'finding', subjectId: 'x', vendorId: vendor.id, data: { n } })
  })
  await org.run(compliance, async (ctx) => {
    const first = await listTimeline(ctx, vendor.id, { limit: 3 })
    expect(first.happenings.map(({ action }) => action)).toEqual(['finding.verify', 'finding.verify', 'finding.verify'])
    expect(first.more).toBe(true)
    const rest = await listTimeline(ctx, vendor.id, { limit: 3, before: first.happenings.at(-1)!.seq })
    expect(rest).toMatchObject({ more: false, happenings: [{ action: 'vendor.suspend', actorName: 'compliance', data: { reason: 'Nine days of logs are missing.', severity: 'high' } }] })
    expect((await listTimeline(ctx, vendor.id, { limit: 10, all: true })).happenings).toHaveLength(6)
  })
})

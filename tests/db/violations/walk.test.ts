import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeTerminated } from '#app/domain/violations/close-terminated.server.ts'
import { completeStep } from '#app/domain/violations/complete-step.server.ts'
import { issueTerminationNotice } from '#app/domain/violations/issue-termination-notice.server.ts'
import { getCase, listSteps } from '#app/domain/violations/queries.server.ts'
import { findBan, getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { getSupplyFacts } from '#app/domain/vendors/supply-facts.server.ts'
import { supplyAllowed } from '#app/domain/vendors/supply.ts'
import { agreements, auditCycles, files, trail, vendorBans, vendors } from '#db/schema/index.ts'
import { aCaseAt, aFile, aNotice, CASE_ROLES } from '#tests/support/case.ts'
import { anAudit } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)

test('a class T violation goes from report to ban, and nothing but the closing clears MUST TERMINATE', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const head = org.as('compliance_head')
  const confirmed = await aCaseAt(org, { violationId: 'V-04', stage: 'confirmed' })
  const vendorId = confirmed.vendorId

  // Confirmed on Tuesday 24 November at 10:00 in Shanghai: the notice is due by the end of Wednesday.
  expect(confirmed).toMatchObject({ state: 'must_terminate', class: 'T', severity: 'critical', noticeDueAt: new Date('2026-11-25T16:00:00Z') })
  await org.run(head, async (ctx) => {
    const vendor = await getVendorHeader(ctx, vendorId)
    expect(vendor).toMatchObject({ status: 'terminating', flags: expect.arrayContaining(['MUST_TERMINATE', 'SUPPLY_SUSPENDED']) })
    expect(supplyAllowed((await getSupplyFacts(ctx, vendorId)).question)).toEqual({ allowed: false, reason: 'must_terminate' })
    await anAudit(ctx, vendorId)
    const steps = await listSteps(ctx, confirmed.id)
    expect(steps).toHaveLength(17)
    expect(steps.filter(({ doneAt }) => doneAt).map(({ stepId }) => stepId)).toEqual(['W-01'])
    const due = Object.fromEntries(steps.map(({ stepId, dueAt }) => [stepId, dueAt?.toISOString()]))
    expect(due).toMatchObject({ 'W-02': hours(24).toISOString(), 'W-03': hours(4).toISOString(), 'W-11': '2026-12-25T16:00:00.000Z', 'W-17': undefined })
  })

  const noticed = await org.run(head, (ctx) => issueTerminationNotice(ctx, confirmed.id, aNotice()), hours(2))
  expect(noticed).toMatchObject({ state: 'terminating', noticeIssuedAt: hours(2), terminationEffectiveAt: hours(2), noticeIssuedBy: head.userId })
  await org.run(head, async (ctx) => {
    expect(await ctx.db.select({ status: agreements.status, reason: agreements.endReason }).from(agreements).where(eq(agreements.vendorId, vendorId))).toContainEqual({ status: 'terminated', reason: noticed.ref })
    expect(await ctx.db.select().from(vendorBans)).toMatchObject([{ vendorId, caseId: confirmed.id, fromOn: '2026-11-24', untilOn: '2029-11-24' }])
    expect(await ctx.db.select().from(files).where(eq(files.id, noticed.noticeFileId!))).toMatchObject([{ name: 'notice.pdf', mediaType: 'application/pdf' }])
    const steps = await listSteps(ctx, confirmed.id)
    expect(steps.filter(({ doneAt }) => doneAt).map(({ stepId }) => stepId)).toEqual(['W-01', 'W-06', 'W-14'])
    expect(steps.find(({ stepId }) => stepId === 'W-11')?.dueAt?.toISOString()).toBe('2026-12-24T16:00:00.000Z')
    const [entry] = await ctx.db.select().from(trail).where(eq(trail.action, 'case.issue_notice'))
    expect(JSON.parse(entry!.body)).toMatchObject({ data: { caseRef: noticed.ref, vendorId, noticeFileId: noticed.noticeFileId } })
  })

  const rest = ['W-02', 'W-03', 'W-04', 'W-05', 'W-07', 'W-08', 'W-09', 'W-11', 'W-12', 'W-13', 'W-16']
  await expect(org.run(head, (ctx) => closeTerminated(ctx, confirmed.id), hours(3))).rejects.toMatchObject({ key: 'status.blocked.case.steps_open' })
  for (const stepId of rest) {
    await org.run(org.as('compliance'), (ctx) => completeStep(ctx, confirmed.id, { stepId, proof: 'Seen', file: stepId === 'W-12' ? aFile('certificate') : undefined }), hours(5))
  }
  expect(await org.run(head, (ctx) => getVendorHeader(ctx, vendorId))).toMatchObject({ status: 'terminating', flags: expect.arrayContaining(['MUST_TERMINATE']) })

  const closed = await org.run(head, (ctx) => closeTerminated(ctx, confirmed.id), hours(6))
  expect(closed).toMatchObject({ state: 'closed_terminated', closedAt: hours(6) })
  await org.run(head, async (ctx) => {
    expect(await getVendorHeader(ctx, vendorId)).toMatchObject({ status: 'banned', flags: [], bannedUntil: '2029-11-24', terminatedOn: '2026-11-24' })
    expect(await findBan(ctx, { vendorId })).toMatchObject({ untilOn: '2029-11-24' })
    expect((await ctx.db.select().from(auditCycles).where(eq(auditCycles.vendorId, vendorId))).map(({ state }) => state)).toEqual(expect.arrayContaining(['cancelled_terminated']))
    expect(await ctx.db.select().from(auditCycles).where(and(eq(auditCycles.vendorId, vendorId), eq(auditCycles.state, 'planned')))).toEqual([])
    const actions = await ctx.db.select({ action: trail.action }).from(trail).where(eq(trail.subjectId, vendorId)).orderBy(asc(trail.seq))
    expect(actions.map(({ action }) => action)).toEqual(['vendor.suspend', 'vendor.must_terminate', 'vendor.enter_ban', 'vendor.complete_exit', 'vendor.ban'])
    expect(await ctx.db.select().from(vendors)).toHaveLength(1)
    expect(await getCase(ctx, confirmed.id)).toMatchObject({ state: 'closed_terminated' })
  })
})

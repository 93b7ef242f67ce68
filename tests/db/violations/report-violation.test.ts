import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ReportViolationInput } from '#app/domain/violations/input.ts'
import { reportViolation } from '#app/domain/violations/report-violation.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { auditCycles, cases, trail } from '#db/schema/index.ts'
import { aCaseAt, CASE_ROLES } from '#tests/support/case.ts'
import { aCase, anAgreement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const suspicion = (vendorId: string, violationId: string, more: Partial<ReportViolationInput> = {}): ReportViolationInput => ({
  vendorId, violationId, source: 'report', facts: 'Seen by the hotline.', infoTypes: [], changesPlaceOrSubprocessors: false, ...more,
})

test('anybody reports; a critical suspicion cuts the supply at once and calls a special audit', async () => {
  const org = await anOrganisation('business_owner')
  await org.run(org.as('business_owner'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T2' })
    const agreement = await anAgreement(ctx, vendor.id)
    const found = await reportViolation(ctx, suspicion(vendor.id, 'V-04', { subjectsAffected: 12 }))
    expect(found).toMatchObject({ ref: 'C-0001', state: 'suspected', class: 'T', severity: 'critical', agreementId: agreement.id, subjectsAffected: 12, reportedBy: { kind: 'member', name: 'business_owner' } })
    expect(await getVendor(ctx, vendor.id)).toMatchObject({ status: 'suspended', suspendedAt: NOW, suspendedBy: null, suspensionReason: 'C-0001 V-04', suspensionSeverity: 'critical' })
    expect(await ctx.db.select().from(auditCycles)).toMatchObject([{ kind: 'special', trigger: 'serious_violation', dueNominal: '2026-12-24' }])
  })
  const entries = await org.run(org.as('business_owner'), ({ db }) => db.select({ action: trail.action }).from(trail).where(eq(trail.subjectType, 'case')))
  expect(entries).toEqual([{ action: 'case.report' }])
})

test('a high suspicion leaves the supply; a medium one calls for no audit', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T2' })
    await anAgreement(ctx, vendor.id)
    await reportViolation(ctx, suspicion(vendor.id, 'V-12'))
    expect(await ctx.db.select().from(auditCycles)).toEqual([])
    await reportViolation(ctx, suspicion(vendor.id, 'V-09'))
    expect(await ctx.db.select().from(auditCycles)).toHaveLength(1)
    expect(await getVendor(ctx, vendor.id)).toMatchObject({ status: 'active', suspendedAt: null })
  })
})

test('the second V-17 within twelve months is class P and points to the first; V-25 is P when it touches place or sub-processors', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    const first = await aCase(ctx, vendor.id, { violationId: 'V-17', class: 'D', severity: 'medium', state: 'closed_remediated', createdAt: new Date('2025-11-25T02:00:00Z') })
    expect(await reportViolation(ctx, suspicion(vendor.id, 'V-17'))).toMatchObject({ class: 'P', linkedCaseId: first.id })
    expect(await reportViolation(ctx, suspicion(vendor.id, 'V-25'))).toMatchObject({ class: 'D' })
    await ctx.db.update(cases).set({ state: 'dismissed' }).where(eq(cases.violationId, 'V-25'))
    expect(await reportViolation(ctx, suspicion(vendor.id, 'V-25', { changesPlaceOrSubprocessors: true }))).toMatchObject({ class: 'P', linkedCaseId: null })
  })
})

test('refuses without permission', async () => {
  const org = await anOrganisation('auditor', 'procurement')
  const vendor = await org.run(org.as('procurement'), (ctx) => aVendor(ctx))
  await expect(org.run(org.as('auditor'), (ctx) => reportViolation(ctx, suspicion(vendor.id, 'V-01')))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's vendor, nor its agreement", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const vendor = await one.run(one.as('procurement'), (ctx) => aVendor(ctx))
  await expect(two.run(two.as('procurement'), (ctx) => reportViolation(ctx, suspicion(vendor.id, 'V-01')))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses a violation that is not in the book, at its field', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    await expect(reportViolation(ctx, suspicion(vendor.id, 'V-99'))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'violationId' }] })
  })
})

test('a vendor that has ended has nothing to cut, but the case is opened', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { vendor: { status: 'terminated' } })
  expect(found.state).toBe('suspected')
  expect(await org.run(org.as('compliance'), (ctx) => getVendor(ctx, found.vendorId))).toMatchObject({ status: 'terminated', suspendedAt: null })
})

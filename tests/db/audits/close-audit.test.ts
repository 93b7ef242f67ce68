import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeAudit } from '#app/domain/audits/close-audit.server.ts'
import { recordVendorPlans } from '#app/domain/audits/record-vendor-plans.server.ts'
import { auditCycles, auditResults, cases, findings, vendors } from '#db/schema/index.ts'
import { anAuditAt, AUDIT_ROLES, AUDIT_TIMES } from '#tests/support/audit.ts'
import { anOrganisation } from '#tests/support/world.ts'

test('the report closes with score, findings and the next audit of the cycle', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const head = org.as('compliance_head')
  const audit = await anAuditAt(org, { stage: 'vendor_response', outcomes: { 'AC-LOG-01': 'minor', 'AC-TRN-05': 'major', 'AC-DSR-03': 'observation' } })
  const planned = await org.run(org.as('compliance'), (ctx) =>
    recordVendorPlans(ctx, audit.id, { comment: undefined, plans: { 'AC-LOG-01': 'By January' }, revision: audit.revision }), AUDIT_TIMES.sent)
  const closed = await org.run(head, (ctx) => closeAudit(ctx, audit.id, { revision: planned.revision }), AUDIT_TIMES.closed)
  expect(closed).toMatchObject({ state: 'closed', completedOn: '2026-12-24', reviewerId: head.userId, grade: 'A', isMissed: false })
  await org.run(head, async (ctx) => {
    const raised = await ctx.db.select().from(findings).where(eq(findings.sourceId, audit.id))
    expect(raised.map(({ itemId, severity, status, dueOn }) => [itemId, severity, status, dueOn]).sort()).toEqual([
      // 24 December and 60 days is Monday 22 February; 90 days is Wednesday 24 March.
      ['AC-DSR-03', 'low', 'open', '2027-03-24'],
      ['AC-LOG-01', 'medium', 'plan_received', '2027-02-22'],
      ['AC-TRN-05', 'medium', 'open', '2027-02-22'],
    ])
    expect(raised.every(({ ref }) => /^F-\d{4}$/.test(ref))).toBe(true)
    const [next] = await ctx.db.select().from(auditCycles).where(and(eq(auditCycles.vendorId, audit.vendorId), eq(auditCycles.state, 'planned')))
    expect(next).toMatchObject({ kind: 'regular', dueNominal: '2027-12-24', legalCap: '2027-12-24' })
  })
})

test('plans are waited for until the comment days are over', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const head = org.as('compliance_head')
  const audit = await anAuditAt(org, { stage: 'vendor_response', outcomes: { 'AC-LOG-01': 'minor' } })
  const close = (now: string) => org.run(head, (ctx) => closeAudit(ctx, audit.id, { revision: audit.revision }), new Date(now))
  await expect(close('2026-12-22T15:00:00Z')).rejects.toMatchObject({ key: 'status.blocked.audit.plans_missing' })
  expect(await close('2026-12-22T17:00:00Z')).toMatchObject({ state: 'closed' })
})

test('a critical outcome grades D, opens a suspected violation and calls a special audit', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'vendor_response', outcomes: { 'AC-TRN-01': 'critical' } })
  const closed = await org.run(org.as('compliance_head'), (ctx) => closeAudit(ctx, audit.id, { revision: audit.revision }), AUDIT_TIMES.closed)
  expect(closed).toMatchObject({ grade: 'D' })
  await org.run(org.as('compliance_head'), async (ctx) => {
    expect(await ctx.db.select().from(cases)).toMatchObject([{ violationId: 'V-08', class: 'P', severity: 'critical', state: 'suspected', source: 'audit', detectedBy: 'AC-TRN-01' }])
    expect(await ctx.db.select().from(findings)).toMatchObject([{ severity: 'critical', dueOn: '2026-12-31' }])
    expect(await ctx.db.select({ suspendedAt: vendors.suspendedAt, status: vendors.status }).from(vendors)).toEqual([{ suspendedAt: AUDIT_TIMES.closed, status: 'suspended' }])
    const planned = await ctx.db.select({ kind: auditCycles.kind, due: auditCycles.dueNominal }).from(auditCycles).where(eq(auditCycles.state, 'planned'))
    expect(planned).toEqual(expect.arrayContaining([{ kind: 'special', due: '2027-01-23' }, { kind: 'regular', due: '2027-12-24' }]))
  })
})

test('a check that failed in the audit before is one level graver', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'vendor_response', outcomes: { 'AC-LOG-01': 'minor' } })
  await org.run(org.as('compliance_head'), async (ctx) => {
    const id = crypto.randomUUID()
    await ctx.db.insert(auditCycles).values({ ...audit, id, ref: 'AU-OLD', state: 'closed', completedOn: '2025-12-01' })
    await ctx.db.insert(auditResults).values({ orgId: org.orgId, auditId: id, checkId: 'AC-LOG-01', outcome: 'major', updatedAt: ctx.now, updatedBy: audit.leadAuditorId! })
    await closeAudit(ctx, audit.id, { revision: audit.revision })
    expect(await ctx.db.select().from(findings)).toMatchObject([{ itemId: 'AC-LOG-01', severity: 'high' }])
  }, AUDIT_TIMES.closed)
})

test('an audit closed after its legal cap is recorded as missed', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'vendor_response' })
  const closed = await org.run(org.as('compliance_head'), (ctx) => closeAudit(ctx, audit.id, { revision: audit.revision }), new Date('2027-09-02T02:00:00Z'))
  expect(closed).toMatchObject({ isMissed: true, completedOn: '2027-09-02' })
})

test('refuses without permission, and the lead as reviewer', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'vendor_response' })
  const input = { revision: audit.revision }
  await expect(org.run(org.as('compliance'), (ctx) => closeAudit(ctx, audit.id, input), AUDIT_TIMES.closed)).rejects.toMatchObject({ code: 'forbidden' })
  const both = { ...org.as('compliance'), roles: ['compliance_head' as const] }
  await expect(org.run(both, (ctx) => closeAudit(ctx, audit.id, input), AUDIT_TIMES.closed)).rejects.toMatchObject({ key: 'status.blocked.audit.reviewer_is_lead' })
})

test("does not find another organisation's audit", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one, { stage: 'vendor_response' })
  await expect(two.run(two.as('compliance_head'), (ctx) => closeAudit(ctx, audit.id, { revision: 1 }))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses an audit whose report has not been sent, and one that somebody changed', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const drafted = await anAuditAt(org, { stage: 'draft_report' })
  await expect(org.run(org.as('compliance_head'), (ctx) => closeAudit(ctx, drafted.id, { revision: drafted.revision }))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
  const sent = await anAuditAt(org, { stage: 'vendor_response' })
  await expect(org.run(org.as('compliance_head'), (ctx) => closeAudit(ctx, sent.id, { revision: 1 }), AUDIT_TIMES.closed)).rejects.toMatchObject({ key: 'errors.changed_meanwhile' })
})

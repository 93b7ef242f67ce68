import { expect, test } from 'vitest'
import { draftReport } from '#app/domain/audits/draft-report.server.ts'
import { recordVendorPlans } from '#app/domain/audits/record-vendor-plans.server.ts'
import { listResults } from '#app/domain/audits/queries.server.ts'
import { recordResult } from '#app/domain/audits/record-result.server.ts'
import { sendReport } from '#app/domain/audits/send-report.server.ts'
import { trail } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { anAuditAt, AUDIT_ROLES, AUDIT_TIMES } from '#tests/support/audit.ts'
import { anOrganisation } from '#tests/support/world.ts'

const summary = 'All checks were looked at.'

test('a report is drafted when every check has an outcome and every failure its evidence', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org, { stage: 'examined', outcomes: { 'AC-LOG-01': 'minor' } })
  await org.run(lead, async (ctx) => {
    const changed = await recordResult(ctx, audit.id, { checkId: 'AC-LOG-01', outcome: 'minor', causedByCompany: false, note: 'x', evidence: undefined })
    await expect(draftReport(ctx, audit.id, { summary, revision: changed.revision })).rejects.toMatchObject({ key: 'status.blocked.audit.fail_without_evidence' })
    const proven = await recordResult(ctx, audit.id, { checkId: 'AC-LOG-01', outcome: 'minor', causedByCompany: false, note: 'x', evidence: 'y' })
    expect(await draftReport(ctx, audit.id, { summary, revision: proven.revision })).toMatchObject({ state: 'draft_report', summary })
  })
})

test('a check without an outcome keeps the report from being drafted', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'fieldwork' })
  await expect(org.run(org.as('compliance'), (ctx) => draftReport(ctx, audit.id, { summary, revision: audit.revision }))).rejects.toMatchObject({ key: 'status.blocked.audit.check_without_outcome' })
})

test('the vendor gets the report with five business days for comments', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org, { stage: 'draft_report' })
  expect(await org.run(lead, (ctx) => sendReport(ctx, audit.id), AUDIT_TIMES.sent)).toMatchObject({ state: 'vendor_response', reportSentAt: AUDIT_TIMES.sent })
  const [entry] = await org.run(lead, ({ db }) => db.select().from(trail).where(eq(trail.action, 'audit.send_report')))
  expect(JSON.parse(entry!.body)).toMatchObject({ data: { commentsDueOn: '2026-12-22' } })
})

test("the vendor's plans stand at the failures they are for", async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'vendor_response', outcomes: { 'AC-LOG-01': 'minor' } })
  await org.run(org.as('compliance'), async (ctx) => {
    const plans = { 'AC-LOG-01': 'Index the missing days by January', 'AC-LOG-02': 'nothing to plan' }
    expect(await recordVendorPlans(ctx, audit.id, { comment: 'Agreed', plans, revision: audit.revision })).toMatchObject({ vendorComment: 'Agreed', state: 'vendor_response' })
    const results = await listResults(ctx, audit.id)
    expect(results.filter(({ plan }) => plan).map(({ checkId, plan }) => [checkId, plan])).toEqual([['AC-LOG-01', plans['AC-LOG-01']]])
  })
})

const verbs = [
  ['draft', 'examined', (ctx: Parameters<typeof sendReport>[0], id: string, revision: number) => draftReport(ctx, id, { summary, revision })],
  ['send', 'draft_report', (ctx: Parameters<typeof sendReport>[0], id: string) => sendReport(ctx, id)],
  ['plans', 'vendor_response', (ctx: Parameters<typeof sendReport>[0], id: string, revision: number) => recordVendorPlans(ctx, id, { comment: 'x', plans: {}, revision })],
] as const

test.each(verbs)('%s: refuses without permission', async (_, stage, verb) => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage })
  await expect(org.run(org.as('procurement'), (ctx) => verb(ctx, audit.id, audit.revision))).rejects.toMatchObject({ code: 'forbidden' })
})

test.each(verbs)("%s: does not find another organisation's audit", async (_, stage, verb) => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one, { stage })
  await expect(two.run(two.as('compliance'), (ctx) => verb(ctx, audit.id, audit.revision))).rejects.toMatchObject({ code: 'not-found' })
})

test.each(verbs)('%s: refuses the wrong state', async (_, _stage, verb) => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  await expect(org.run(org.as('compliance'), (ctx) => verb(ctx, audit.id, audit.revision))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
})

test('nobody but the lead drafts or sends', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const drafted = await anAuditAt(org, { stage: 'draft_report' })
  await expect(org.run(org.as('compliance_head'), (ctx) => sendReport(ctx, drafted.id))).rejects.toMatchObject({ key: 'status.blocked.audit.not_the_lead' })
})

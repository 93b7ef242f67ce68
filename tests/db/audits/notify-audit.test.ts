import { expect, test } from 'vitest'
import { notifyAudit } from '#app/domain/audits/notify-audit.server.ts'
import { planSpecialAudit } from '#app/domain/audits/plan-audit.server.ts'
import { getAuditedAgreement } from '#app/domain/audits/queries.server.ts'
import { auditCycles, trail } from '#db/schema/index.ts'
import { and, eq } from 'drizzle-orm'
import { anAuditAt, AUDIT_ROLES, START_ON } from '#tests/support/audit.ts'
import { anOrganisation } from '#tests/support/world.ts'

const input = (leadAuditorId: string, more = {}) => ({ leadAuditorId, auditorFirm: undefined, startOn: START_ON, revision: 1, ...more })

test('tells the vendor when the audit starts and who leads it', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org)
  const notified = await org.run(lead, (ctx) => notifyAudit(ctx, audit.id, input(lead.userId)))
  expect(notified).toMatchObject({ state: 'notified', leadAuditorId: lead.userId, startOn: START_ON })
  await org.run(lead, async (ctx) => {
    const [entry] = await ctx.db.select().from(trail).where(and(eq(trail.action, 'audit.notify'), eq(trail.subjectId, audit.id)))
    expect(JSON.parse(entry!.body)).toMatchObject({ data: { ref: audit.ref, startOn: START_ON, dueOn: audit.dueEffective } })
  })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await org.run(org.as('procurement'), async (ctx) => {
    await expect(notifyAudit(ctx, audit.id, input(org.as('compliance').userId))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test("does not find another organisation's audit", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one)
  await two.run(two.as('compliance'), async (ctx) => {
    await expect(notifyAudit(ctx, audit.id, input(two.as('compliance').userId))).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('refuses an audit that is under way', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org, { stage: 'fieldwork' })
  await org.run(lead, async (ctx) => {
    await expect(notifyAudit(ctx, audit.id, input(lead.userId, { revision: audit.revision }))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
  })
})

test('the notice is ten business days, or what the agreement says', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org)
  await org.run(lead, async (ctx) => {
    // Tuesday 24 November: the tenth business day is 8 December.
    await expect(notifyAudit(ctx, audit.id, input(lead.userId, { startOn: '2026-12-07' }))).rejects.toMatchObject({ key: 'status.blocked.audit.notice_too_short' })
    expect(await notifyAudit(ctx, audit.id, input(lead.userId, { startOn: '2026-12-08' }))).toMatchObject({ state: 'notified' })
  })
})

test('a special audit needs 24 hours only', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org)
  await org.run(lead, async (ctx) => {
    const { agreement } = await getAuditedAgreement(ctx, audit.agreementId)
    const special = await planSpecialAudit(ctx, { agreement, tier: 'T3', trigger: 'incident', raisedOn: '2026-11-24' })
    await expect(notifyAudit(ctx, special.id, input(lead.userId, { startOn: '2026-11-25' }))).rejects.toMatchObject({ key: 'status.blocked.audit.notice_too_short' })
    expect(await notifyAudit(ctx, special.id, input(lead.userId, { startOn: '2026-11-26' }))).toMatchObject({ state: 'notified' })
  })
})

test("the vendor's business owner cannot lead, nor the same firm a fourth time", async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org)
  await org.run(lead, async (ctx) => {
    await expect(notifyAudit(ctx, audit.id, input(org.as('business_owner').userId))).rejects.toMatchObject({ key: 'status.blocked.audit.lead_is_business_owner' })
    for (const completedOn of ['2024-01-10', '2025-01-10', '2026-01-10'])
      await ctx.db.insert(auditCycles).values({ ...audit, id: crypto.randomUUID(), ref: `AU-${completedOn}`, state: 'closed', completedOn, auditorFirm: 'Firm One' })
    await expect(notifyAudit(ctx, audit.id, input(lead.userId, { auditorFirm: 'Firm One' }))).rejects.toMatchObject({ key: 'status.blocked.audit.firm_three_in_a_row' })
    expect(await notifyAudit(ctx, audit.id, input(lead.userId, { auditorFirm: 'Firm Two' }))).toMatchObject({ auditorFirm: 'Firm Two' })
  })
})

test('somebody who is no member cannot lead', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    await expect(notifyAudit(ctx, audit.id, input(crypto.randomUUID()))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'leadAuditorId' }] })
  })
})

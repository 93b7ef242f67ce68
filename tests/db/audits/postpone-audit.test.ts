import { expect, test } from 'vitest'
import { postponeAudit } from '#app/domain/audits/postpone-audit.server.ts'
import { proposePostponement } from '#app/domain/audits/propose-postponement.server.ts'
import { auditCycles } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { anAuditAt, AUDIT_ROLES } from '#tests/support/audit.ts'
import { REASON } from '#tests/support/case.ts'
import { anOrganisation } from '#tests/support/world.ts'

const ask = (revision: number, newDueOn = '2027-08-15') => ({ newDueOn, reason: REASON, revision })

test('one asks, the reviewer approves; the nominal date stays and the new one is rolled back', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  expect(audit).toMatchObject({ dueNominal: '2027-06-01', legalCap: '2027-09-01' })
  const asked = await org.run(org.as('compliance'), (ctx) => proposePostponement(ctx, audit.id, ask(audit.revision)))
  expect(asked).toMatchObject({ state: 'planned', postponeTo: '2027-08-15', dueEffective: audit.dueEffective })
  const postponed = await org.run(org.as('compliance_head'), (ctx) => postponeAudit(ctx, audit.id))
  expect(postponed).toMatchObject({ state: 'postponed', dueNominal: '2027-06-01', dueEffective: '2027-08-13', postponeReason: REASON })
})

test('nobody approves what they asked for, and nothing that was not asked for', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await expect(org.run(org.as('compliance_head'), (ctx) => postponeAudit(ctx, audit.id))).rejects.toMatchObject({ key: 'audits.problem.nothing_proposed' })
  await org.run(org.as('compliance_head'), (ctx) => proposePostponement(ctx, audit.id, ask(audit.revision)))
  await expect(org.run(org.as('compliance_head'), (ctx) => postponeAudit(ctx, audit.id))).rejects.toMatchObject({ key: 'audits.problem.own_proposal' })
})

test.each([
  ['past the legal cap', '2027-09-02', 'status.blocked.audit.past_legal_cap'],
  ['to an earlier day', '2027-05-31', 'status.blocked.audit.not_later'],
])('refuses a date %s, at the field', async (_, newDueOn, key) => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    await expect(proposePostponement(ctx, audit.id, ask(audit.revision, newDueOn))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'newDueOn', key }] })
  })
})

test('once in a cycle only', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    await ctx.db.update(auditCycles).set({ postponedAt: ctx.now }).where(eq(auditCycles.id, audit.id))
    await expect(proposePostponement(ctx, audit.id, ask(audit.revision))).rejects.toMatchObject({ key: 'status.blocked.audit.postponed_before' })
  })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await expect(org.run(org.as('procurement'), (ctx) => proposePostponement(ctx, audit.id, ask(1)))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(org.as('compliance'), (ctx) => postponeAudit(ctx, audit.id))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's audit", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one)
  await expect(two.run(two.as('compliance'), (ctx) => proposePostponement(ctx, audit.id, ask(1)))).rejects.toMatchObject({ code: 'not-found' })
  await expect(two.run(two.as('compliance_head'), (ctx) => postponeAudit(ctx, audit.id))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses an audit in fieldwork', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'fieldwork' })
  await expect(org.run(org.as('compliance'), (ctx) => proposePostponement(ctx, audit.id, ask(audit.revision)))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
})

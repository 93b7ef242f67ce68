import { expect, test } from 'vitest'
import { callAudit } from '#app/domain/audits/call-audit.server.ts'
import { agreements } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { anAuditAt, AUDIT_ROLES } from '#tests/support/audit.ts'
import { anOrganisation } from '#tests/support/world.ts'

test('calls for an audit 30 days from now', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const { agreementId } = await anAuditAt(org)
  const special = await org.run(org.as('compliance'), (ctx) => callAudit(ctx, { agreementId, trigger: 'regulator_request' }))
  expect(special).toMatchObject({ kind: 'special', trigger: 'regulator_request', dueNominal: '2026-12-24', state: 'planned' })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const { agreementId } = await anAuditAt(org)
  await expect(org.run(org.as('procurement'), (ctx) => callAudit(ctx, { agreementId, trigger: 'incident' }))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's agreement", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const { agreementId } = await anAuditAt(one)
  await expect(two.run(two.as('compliance'), (ctx) => callAudit(ctx, { agreementId, trigger: 'incident' }))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses an agreement that does not run', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const { agreementId } = await anAuditAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    await ctx.db.update(agreements).set({ status: 'expired' }).where(eq(agreements.id, agreementId))
    await expect(callAudit(ctx, { agreementId, trigger: 'incident' })).rejects.toMatchObject({ key: 'audits.problem.agreement_not_active' })
  })
})

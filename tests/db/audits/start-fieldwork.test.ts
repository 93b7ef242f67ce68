import { expect, test } from 'vitest'
import { startFieldwork } from '#app/domain/audits/start-fieldwork.server.ts'
import { anAuditAt, AUDIT_ROLES } from '#tests/support/audit.ts'
import { anOrganisation } from '#tests/support/world.ts'

test('the lead auditor begins', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  expect(await org.run(org.as('compliance'), (ctx) => startFieldwork(ctx, audit.id))).toMatchObject({ state: 'fieldwork' })
})

test('refuses without permission, and anybody but the lead', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  await expect(org.run(org.as('procurement'), (ctx) => startFieldwork(ctx, audit.id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(org.as('compliance_head'), (ctx) => startFieldwork(ctx, audit.id))).rejects.toMatchObject({ key: 'status.blocked.audit.not_the_lead' })
})

test("does not find another organisation's audit", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one, { stage: 'notified' })
  await expect(two.run(two.as('compliance'), (ctx) => startFieldwork(ctx, audit.id))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses an audit that was not announced', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await expect(org.run(org.as('compliance'), (ctx) => startFieldwork(ctx, audit.id))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
})

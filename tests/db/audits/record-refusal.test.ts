import { expect, test } from 'vitest'
import { listOpenAudits } from '#app/domain/audits/queries.server.ts'
import { recordRefusal } from '#app/domain/audits/record-refusal.server.ts'
import { cases } from '#db/schema/index.ts'
import { anAuditAt, AUDIT_ROLES } from '#tests/support/audit.ts'
import { anOrganisation } from '#tests/support/world.ts'

const written = (revision: number, more = {}) => ({ ground: 'in_writing' as const, remindedOn: undefined, facts: 'The letter of 20 November says no.', revision, ...more })

test('a refused audit stays overdue and V-07 is suspected', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  await org.run(org.as('compliance'), async (ctx) => {
    expect(await recordRefusal(ctx, audit.id, written(audit.revision))).toMatchObject({ state: 'refused', vendorCausedDelay: true })
    expect(await ctx.db.select().from(cases)).toMatchObject([{ violationId: 'V-07', class: 'T', severity: 'high', state: 'suspected', source: 'audit', agreementId: audit.agreementId }])
  })
  const open = await org.run(org.as('compliance'), (ctx) => listOpenAudits(ctx), new Date('2027-06-10T02:00:00Z'))
  expect(open.find(({ id }) => id === audit.id)).toMatchObject({ state: 'refused', isOverdue: true })
})

test('delay counts ten business days after the start and five after the reminder', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  const delay = written(audit.revision, { ground: 'delay', remindedOn: '2026-12-17' })
  // Start on Thursday 10 December: ten business days end on Thursday 24 December.
  await expect(org.run(org.as('compliance'), (ctx) => recordRefusal(ctx, audit.id, delay), new Date('2026-12-24T02:00:00Z'))).rejects.toMatchObject({ key: 'status.blocked.audit.no_refusal_recorded' })
  expect(await org.run(org.as('compliance'), (ctx) => recordRefusal(ctx, audit.id, delay), new Date('2026-12-25T02:00:00Z'))).toMatchObject({ state: 'refused' })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await expect(org.run(org.as('procurement'), (ctx) => recordRefusal(ctx, audit.id, written(1)))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's audit", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one)
  await expect(two.run(two.as('compliance'), (ctx) => recordRefusal(ctx, audit.id, written(1)))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses an audit that is over', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  await org.run(org.as('compliance'), async (ctx) => {
    const refused = await recordRefusal(ctx, audit.id, written(audit.revision))
    await expect(recordRefusal(ctx, audit.id, written(refused.revision))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
  })
})

import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { escalateUnacknowledged } from '#app/domain/notifier/escalate-unacknowledged.server.ts'
import { raiseAlerts } from '#app/domain/notifier/raise-alerts.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Role } from '#app/domain/identity/actor.ts'
import { alerts, deliveries, memberships } from '#db/schema/index.ts'
import { anAgreement, anAudit, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const system = (org: TestOrganisation) => ({ kind: 'system', orgId: org.orgId, job: 'test' }) as const
const run = (org: TestOrganisation, now: Date) => org.run(system(org), (ctx) => raiseAlerts(ctx), now)
const systemRows = (org: TestOrganisation) => org.run(system(org), ({ db }) => db.select().from(alerts).where(eq(alerts.alert, 'N-19')).orderBy(alerts.raisedAt))

async function anOverdueAudit(org: TestOrganisation) {
  await org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T1' })
    const agreement = await anAgreement(ctx, vendor.id)
    await anAudit(ctx, vendor.id, { agreementId: agreement.id, dueNominal: '2026-11-10', dueEffective: '2026-11-10', legalCap: '2027-05-01', createdAt: hours(-24 * 90) })
  })
}

async function aMail(org: TestOrganisation, values: Partial<typeof deliveries.$inferInsert>) {
  const id = newId()
  await org.run(system(org), ({ db }) =>
    db.insert(deliveries).values({
      orgId: org.orgId, id, key: id, template: 'test', recipient: id, recipientKind: 'address', email: 'a@mail.example', name: 'a', language: 'en', channel: 'email',
      subject: 's', text: 't', html: '<p>t</p>', status: 'failed', tries: 4, nextTryAt: NOW, messageId: `<${id}@test>`, createdAt: NOW, ...values,
    }),
  )
}

test('a role that a message names and nobody holds is reported to admin and compliance', async () => {
  const org = await anOrganisation('admin', 'compliance')
  await anOverdueAudit(org)
  await run(org, NOW)
  await run(org, hours(1))
  const rows = await systemRows(org)
  const heads = rows.filter(({ subjectId }) => subjectId.startsWith('role-compliance_head/'))
  expect(heads).toMatchObject([{ stage: 'at once', status: 'sent', severity: 'high' }])
  const told = await org.run(system(org), ({ db }) => db.select().from(deliveries).where(and(eq(deliveries.alertId, heads[0]!.id), eq(deliveries.channel, 'in_app'))))
  expect(told.map(({ recipient }) => recipient).sort()).toEqual([org.as('admin').userId, org.as('compliance').userId].sort())
  expect(told[0]!.subject).toContain('合规负责人')
})

/** The stages of one item's reports, by day. */
const reports = async (org: TestOrganisation, item: string) =>
  (await systemRows(org)).filter(({ subjectId }) => subjectId.startsWith(`${item}/`)).map(({ stage, subjectId }) => `${subjectId.split('/')[1]} ${stage}`)
/** Another audit that is overdue: one more message that names the role. */
const nextDays = async (org: TestOrganisation, from: number, to: number) => {
  for (let day = from; day <= to; day++) {
    await anOverdueAudit(org)
    await run(org, hours(24 * day))
  }
}
const hold = (org: TestOrganisation, role: Role, isHeld: boolean) =>
  org.run(system(org), ({ db }) => db.update(memberships).set({ removedAt: isHeld ? null : NOW }).where(and(eq(memberships.orgId, org.orgId), eq(memberships.userId, org.as(role).userId))))

test('a role that stays vacant is reported at once and after a day, and no more, however often it is named', async () => {
  const org = await anOrganisation('admin', 'compliance')
  await nextDays(org, 0, 9)
  expect(await reports(org, 'role-compliance_head')).toEqual(['2026-11-24 at once', '2026-11-24 +24h'])
})

test('once the role is held those who were told hear it, and a later vacancy is reported anew', async () => {
  const org = await anOrganisation('admin', 'compliance', 'compliance_head')
  await hold(org, 'compliance_head', false)
  await nextDays(org, 0, 4)
  await hold(org, 'compliance_head', true)
  await nextDays(org, 5, 6)
  expect(await reports(org, 'role-compliance_head')).toEqual(['2026-11-24 at once', '2026-11-24 +24h', '2026-11-24 X'])
  await hold(org, 'compliance_head', false)
  await nextDays(org, 7, 10)
  expect((await reports(org, 'role-compliance_head')).slice(3)).toEqual(['2026-12-01 at once', '2026-12-01 +24h'])
})

test('mail that goes on failing is reported at once and after a day, and no more', async () => {
  const org = await anOrganisation('admin', 'compliance', 'compliance_head')
  for (let day = 0; day <= 6; day++) {
    await aMail(org, { nextTryAt: hours(24 * day) })
    await run(org, hours(24 * day + 0.5))
  }
  expect(await reports(org, 'mail')).toEqual(['2026-11-24 at once', '2026-11-24 +24h'])
})

test('what to do names a page that there is', async () => {
  const org = await anOrganisation('admin', 'compliance')
  await anOverdueAudit(org)
  await aMail(org, {})
  await run(org, NOW)
  const told = await org.run(system(org), ({ db }) => db.select().from(deliveries).where(and(eq(deliveries.recipient, org.as('admin').userId), eq(deliveries.channel, 'in_app'), eq(deliveries.template, 'alert:N-19'))))
  const links = new Set(told.map(({ link }) => new URL(link!).pathname))
  expect(links).toEqual(new Set(['/settings/people', '/mailbox']))
  expect(told.map(({ text }) => text).join()).not.toMatch(/任务与健康|Jobs and health/)
})

test('with every role held nothing is reported', async () => {
  const org = await anOrganisation('admin', 'compliance', 'compliance_head', 'executive', 'legal', 'procurement', 'business_owner', 'security', 'signatory', 'board_contact', 'dsr_handler')
  await anOverdueAudit(org)
  await run(org, NOW)
  expect(await systemRows(org)).toEqual([])
})

test('mail that was given up is reported, a day later more urgently, and no more once mail is taken again', async () => {
  const org = await anOrganisation('admin', 'compliance', 'compliance_head')
  await aMail(org, {})
  await run(org, hours(0.5))
  expect(await systemRows(org)).toMatchObject([{ stage: 'at once', severity: 'high', status: 'sent' }])
  await run(org, hours(25))
  expect((await systemRows(org)).map(({ stage, severity }) => [stage, severity])).toEqual([['at once', 'high'], ['+24h', 'critical']])

  const mended = await anOrganisation('admin', 'compliance', 'compliance_head')
  await aMail(mended, {})
  await run(mended, hours(0.5))
  await aMail(mended, { status: 'sent', sentAt: hours(2) })
  await run(mended, hours(25))
  expect((await systemRows(mended)).map(({ stage }) => stage)).not.toContain('+24h')
})

const anUnacknowledged = (org: TestOrganisation, stage: string, alert = 'N-10') =>
  org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    await ctx.db.insert(alerts).values({
      orgId: org.orgId, id: newId(), key: `${alert}|${stage}`, alert, stage, subjectType: 'case', subjectId: newId(), vendorId: vendor.id, status: 'sent', severity: 'critical',
      roles: ['compliance_head'], recipients: [], missing: [], words: { vendor: '云帆', case: 'C-0001', violation: 'V-04' }, nominalOn: '2026-11-24', raisedAt: NOW, ackDueAt: hours(4),
    })
  })

test('a later stage of a ladder that climbs by itself goes up too, and says why it comes', async () => {
  const org = await anOrganisation('compliance_head', 'executive')
  await anUnacknowledged(org, '50% of clock')
  await org.run(system(org), (ctx) => escalateUnacknowledged(ctx), hours(4.5))
  const sent = await org.run(system(org), ({ db }) => db.select().from(deliveries).where(eq(deliveries.channel, 'in_app')))
  expect(sent.map(({ recipient }) => recipient)).toEqual([org.as('executive').userId])
  expect(sent[0]!.subject).toMatch(/^【上报】/)
  expect(sent[0]!.text).toContain('仍无人确认')
})

test('its first message does not: the ladder has an unacknowledged stage of its own', async () => {
  const org = await anOrganisation('compliance_head', 'executive')
  await anUnacknowledged(org, 'at once')
  await org.run(system(org), (ctx) => escalateUnacknowledged(ctx), hours(4.5))
  expect(await org.run(system(org), ({ db }) => db.select().from(deliveries))).toEqual([])
})

import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { raiseAlerts } from '#app/domain/notifier/raise-alerts.server.ts'
import { readTrail } from '#app/domain/notifier/clock.server.ts'
import { alerts, auditCycles, deliveries, vendors } from '#db/schema/index.ts'
import { aSentAssessment } from '#tests/support/assessment.ts'
import { aCaseAt, CASE_ROLES } from '#tests/support/case.ts'
import { aContact, anAgreement, anAudit, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const nine = (date: string) => new Date(`${date}T01:00:00Z`) // 09:00 in Shanghai
const system = (org: TestOrganisation) => ({ kind: 'system', orgId: org.orgId, job: 'test' }) as const

const runAt = (org: TestOrganisation, date: string) => org.run(system(org), (ctx) => raiseAlerts(ctx), nine(date))
const spoken = (raised: Awaited<ReturnType<typeof runAt>>) => raised.map(({ alert, stage, status }) => `${alert} ${stage} ${status}`)

async function anActiveVendorWithAudit(org: TestOrganisation, due: string) {
  return org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T1' })
    await aContact(ctx, vendor.id, { language: 'en' })
    const agreement = await anAgreement(ctx, vendor.id)
    const audit = await anAudit(ctx, vendor.id, { agreementId: agreement.id, dueNominal: due, dueEffective: due, legalCap: '2027-12-01', createdAt: NOW })
    return { vendor, audit }
  })
}

test('a sent questionnaire is mailed at once to its contact, in the contact’s language, with a link of its own, and only once', async () => {
  const sent = await aSentAssessment()
  await readTrail(sent.org.orgId, NOW)
  await readTrail(sent.org.orgId, NOW)
  const mails = await sent.org.run(system(sent.org), ({ db }) => db.select().from(deliveries).where(eq(deliveries.channel, 'email')))
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ recipient: sent.contact.contactId, recipientKind: 'contact', language: 'zh-CN', status: 'pending' })
  expect(mails[0]!.link).toMatch(/\/l\/[\w-]{22}\.[\w-]{43}$/)
  expect(mails[0]!.link).not.toBe(sent.link)
  expect(mails[0]!.text).toContain(mails[0]!.link)
})

test('an audit is announced by its ladder, once a day however often the run is repeated', async () => {
  const org = await anOrganisation('compliance', 'compliance_head', 'executive', 'legal', 'business_owner')
  await anActiveVendorWithAudit(org, '2027-03-01')
  expect(spoken(await runAt(org, '2026-12-30'))).toEqual([])
  expect(spoken(await runAt(org, '2026-12-31'))).toEqual(['N-01 T-60 sent'])
  expect(spoken(await runAt(org, '2026-12-31'))).toEqual([])
  expect(spoken(await runAt(org, '2027-02-25'))).toEqual(['N-01 T-30 skipped', 'N-01 T-14 skipped', 'N-01 T-7 sent'])
  expect(spoken(await runAt(org, '2027-03-02'))).toEqual(['N-01 T-1 skipped', 'N-01 T0 skipped', 'N-02 T+1 sent'])
})

test('sixty days overdue, the system suspends the supply by itself and says so in the trail', async () => {
  const org = await anOrganisation('compliance', 'compliance_head', 'executive', 'legal')
  const { vendor } = await anActiveVendorWithAudit(org, '2027-03-01')
  const raised = await runAt(org, '2027-04-30')
  expect(raised.filter(({ status }) => status === 'sent').map(({ stage, ran }) => [stage, ran])).toEqual([['T+60', ['suspend_supply']]])
  const [after] = await org.run(system(org), ({ db }) => db.select().from(vendors).where(eq(vendors.id, vendor.id)))
  expect(after).toMatchObject({ status: 'suspended', suspendedBy: null })
  expect(after!.suspendedAt).not.toBeNull()
})

test('a closed audit stops the alerts with one message to those who were told loudly', async () => {
  const org = await anOrganisation('compliance', 'compliance_head', 'executive', 'business_owner')
  const { audit } = await anActiveVendorWithAudit(org, '2027-03-01')
  await runAt(org, '2027-03-02')
  await org.run(system(org), ({ db }) => db.update(auditCycles).set({ state: 'closed', updatedAt: nine('2027-03-05') }).where(eq(auditCycles.id, audit.id)), nine('2027-03-05'))
  const raised = await runAt(org, '2027-03-06')
  expect(spoken(raised)).toEqual(['N-02 X sent'])
  expect(raised[0]!.recipients.map(({ id }) => id).sort()).toEqual((['compliance', 'compliance_head', 'business_owner'] as const).map((role) => org.as(role).userId).sort())
  expect(spoken(await runAt(org, '2027-03-07'))).toEqual([])
})

test('a confirmed class T violation reaches every seat that must act, critically, and falls silent when the notice is out', async () => {
  const org = await anOrganisation(...CASE_ROLES, 'executive', 'business_owner')
  const confirmed = await aCaseAt(org, { stage: 'confirmed' })
  await readTrail(org.orgId, NOW)
  const found = await org.run(system(org), ({ db }) => db.select().from(alerts).where(and(eq(alerts.alert, 'N-10'), eq(alerts.subjectId, confirmed.id))).orderBy(asc(alerts.raisedAt)))
  expect(found).toMatchObject([{ stage: 'at once', status: 'sent', severity: 'critical' }])
  expect(found[0]!.recipients.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['compliance', 'compliance_head', 'legal', 'executive', 'procurement', 'security'].map((role) => org.as(role as 'legal').userId)),
  )
  const mails = await org.run(system(org), ({ db }) => db.select().from(deliveries).where(eq(deliveries.template, 'alert:N-10')))
  expect(mails.some(({ recipientKind }) => recipientKind === 'contact')).toBe(false)
  expect(mails.filter(({ channel }) => channel === 'email').length).toBe(found[0]!.recipients.length)
})

test("another organisation's subjects are not seen", async () => {
  const [one, two] = [await anOrganisation('compliance'), await anOrganisation('compliance')]
  await anActiveVendorWithAudit(one, '2027-03-01')
  expect(await runAt(two, '2027-03-02')).toEqual([])
})

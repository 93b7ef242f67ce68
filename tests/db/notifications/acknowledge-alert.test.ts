import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { acknowledgeAlert } from '#app/domain/notifications/acknowledge-alert.server.ts'
import { markRead } from '#app/domain/notifications/mark-read.server.ts'
import { countMessages, listMessages } from '#app/domain/notifications/queries.server.ts'
import { snoozeAlert } from '#app/domain/notifications/snooze-alert.server.ts'
import { escalateUnacknowledged } from '#app/domain/notifier/escalate-unacknowledged.server.ts'
import { withContext, type Context } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { alerts, deliveries, snoozes, trail } from '#db/schema/index.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const system = (org: TestOrganisation) => ({ kind: 'system', orgId: org.orgId, job: 'test' }) as const
const by = <T>(member: Member, work: (ctx: Context<Member>) => Promise<T>, now = NOW) => withContext(member, { now }, work)

type Setting = { alert?: string; stage?: string; severity?: 'info' | 'warning' | 'high' | 'critical'; createdAt?: Date }

/** A message that has reached a member, with the alert it tells of. */
async function aMessage(org: TestOrganisation, member: Member, { alert = 'N-09', stage = 'at once', severity = 'critical', createdAt = NOW }: Setting = {}) {
  const [id, alertId] = [newId(), newId()]
  await org.run(system(org), async ({ db }) => {
    await db.insert(alerts).values({
      orgId: org.orgId, id: alertId, key: alertId, alert, stage, subjectType: 'case', subjectId: alertId, status: 'sent', severity, roles: ['compliance'], recipients: [], missing: [],
      words: { vendor: '云帆', case: 'C-0001', violation: 'V-04' }, nominalOn: '2026-11-24', raisedAt: NOW, ackDueAt: severity === 'critical' ? hours(4) : null,
    })
    await db.insert(deliveries).values({
      orgId: org.orgId, id, key: alertId, alertId, template: `alert:${alert}`, recipient: member.userId, recipientKind: 'member', name: 'm', language: 'en', channel: 'in_app', severity,
      subject: 'A case', text: 'Case\n\nA case is open.\n\nWhat to do: Read it.\n', html: '<p>A case</p>', status: 'sent', nextTryAt: NOW, messageId: `<${id}@test>`, createdAt,
    })
  })
  return { id, alertId }
}

const actions = (org: TestOrganisation) => org.run(system(org), async ({ db }) => (await db.select({ action: trail.action }).from(trail)).map(({ action }) => action))

test('acknowledging says who and when, marks the message read, leaves a trail and keeps the alert from going up', async () => {
  const org = await anOrganisation('compliance', 'compliance_head', 'executive')
  const me = org.as('compliance')
  const { id, alertId } = await aMessage(org, me)
  await by(me, (ctx) => acknowledgeAlert(ctx, id), hours(1))
  const [row] = await org.run(system(org), ({ db }) => db.select().from(alerts).where(eq(alerts.id, alertId)))
  expect(row).toMatchObject({ ackedAt: hours(1), ackedBy: me.userId })
  expect(await actions(org)).toEqual(['alert.acknowledge'])
  const { messages } = await by(me, (ctx) => listMessages(ctx, { view: 'all' }))
  expect(messages).toMatchObject([{ ackedBy: 'compliance', readAt: hours(1), what: ['A case is open.'], rows: [{ label: 'What to do', value: 'Read it.' }] }])
  await org.run(system(org), (ctx) => escalateUnacknowledged(ctx), hours(9))
  expect(await org.run(system(org), ({ db }) => db.select().from(deliveries))).toHaveLength(1)
})

test('an alert is acknowledged once, and only one that asks for it', async () => {
  const org = await anOrganisation('compliance')
  const me = org.as('compliance')
  const critical = await aMessage(org, me)
  const high = await aMessage(org, me, { severity: 'high' })
  await by(me, (ctx) => acknowledgeAlert(ctx, critical.id))
  await expect(by(me, (ctx) => acknowledgeAlert(ctx, critical.id))).rejects.toMatchObject({ code: 'conflict', key: 'notifications.acknowledged_already' })
  await expect(by(me, (ctx) => acknowledgeAlert(ctx, high.id))).rejects.toMatchObject({ code: 'conflict', key: 'notifications.not_to_acknowledge' })
})

test('a message of somebody else, or of another organisation, is not there', async () => {
  const [org, other] = [await anOrganisation('compliance', 'compliance_head'), await anOrganisation('compliance')]
  const { id } = await aMessage(org, org.as('compliance'))
  for (const stranger of [org.as('compliance_head'), other.as('compliance')]) {
    await expect(by(stranger, (ctx) => acknowledgeAlert(ctx, id))).rejects.toMatchObject({ code: 'not-found' })
    await expect(by(stranger, (ctx) => snoozeAlert(ctx, id, { days: 1 }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(by(stranger, (ctx) => markRead(ctx, id))).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('nobody without a role in the organisation acknowledges', async () => {
  const org = await anOrganisation('compliance')
  const me = org.as('compliance')
  const { id } = await aMessage(org, me)
  await expect(by({ ...me, roles: [] }, (ctx) => acknowledgeAlert(ctx, id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(by({ ...me, roles: [] }, (ctx) => snoozeAlert(ctx, id, { days: 1 }))).rejects.toMatchObject({ code: 'forbidden' })
})

test('info and warning rest for the days chosen; a second snooze moves the end', async () => {
  const org = await anOrganisation('compliance')
  const me = org.as('compliance')
  const { id, alertId } = await aMessage(org, me, { alert: 'N-07', stage: 'T-7', severity: 'info' })
  await by(me, (ctx) => snoozeAlert(ctx, id, { days: 3 }))
  expect(await by(me, (ctx) => snoozeAlert(ctx, id, { days: 7 }))).toEqual(hours(7 * 24))
  expect(await org.run(system(org), ({ db }) => db.select().from(snoozes))).toMatchObject([{ userId: me.userId, alert: 'N-07', subjectId: alertId, untilAt: hours(7 * 24) }])
  expect((await by(me, (ctx) => countMessages(ctx))).snoozed).toBe(1)
  expect((await by(me, (ctx) => countMessages(ctx), hours(8 * 24))).snoozed).toBe(0)
  expect(await actions(org)).toEqual(['alert.snooze', 'alert.snooze'])
})

test.each<[string, Setting]>([
  ['high', { alert: 'N-07', severity: 'high' }],
  ['critical', {}],
  ['one that the law turns on', { alert: 'N-02', stage: 'D+1', severity: 'warning' }],
])('%s cannot be snoozed', async (_, setting) => {
  const org = await anOrganisation('compliance')
  const { id } = await aMessage(org, org.as('compliance'), setting)
  await expect(by(org.as('compliance'), (ctx) => snoozeAlert(ctx, id, { days: 1 }))).rejects.toMatchObject({ code: 'conflict', key: 'notifications.snooze.never' })
})

test('messages are read one by one or all at once, pages follow each other without a gap', async () => {
  const org = await anOrganisation('compliance')
  const me = org.as('compliance')
  const made: string[] = []
  for (let n = 0; n < 32; n++) made.push((await aMessage(org, me, { severity: 'info', alert: 'N-07', stage: 'T-7', createdAt: hours(n) })).id)
  expect(await by(me, (ctx) => markRead(ctx, made[0]))).toBe(1)
  expect(await by(me, (ctx) => markRead(ctx, made[0]))).toBe(0)
  const first = await by(me, (ctx) => listMessages(ctx, { view: 'all' }))
  const second = await by(me, (ctx) => listMessages(ctx, { view: 'all', after: first.next }))
  expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual(made.toReversed())
  expect(second.next).toBeUndefined()
  expect(await by(me, (ctx) => markRead(ctx))).toBe(31)
  expect(await by(me, (ctx) => countMessages(ctx))).toMatchObject({ all: 32, unread: 0 })
})

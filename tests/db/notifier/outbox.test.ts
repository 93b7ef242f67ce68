import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import type { AlertSubject } from '#app/domain/notifier/alert-subject.ts'
import { readTrail } from '#app/domain/notifier/clock.server.ts'
import { CHUNK, emptyOutbox, putStage, writeOutbox, type Outbox } from '#app/domain/notifier/outbox.server.ts'
import type { RaisedStage } from '#app/domain/notifications/ladder-entry.ts'
import { newId } from '#app/platform/ids.server.ts'
import { messageIdOf } from '#app/platform/mail.server.ts'
import { alerts, deliveries } from '#db/schema/index.ts'
import { aSentAssessment } from '#tests/support/assessment.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const job = ({ orgId }: TestOrganisation) => ({ kind: 'system', orgId, job: 'test' }) as const
const SUBJECT: AlertSubject = { alerts: ['N-01'], type: 'audit', rowId: 'row', ladder: { id: 'subject', openedAt: NOW }, words: { vendor: '顺达物流' }, path: '/audits/row' }

const stage = (key: string, values: Partial<RaisedStage> = {}): RaisedStage => ({
  key, alert: 'N-01', stage: 'T-60', status: 'sent', severity: 'info', on: '2026-11-24', at: NOW, roles: ['compliance'], recipients: [], missing: [], actions: [], ...values,
})

function putMessage({ actor }: Context, outbox: Outbox, alertKey: string, recipient = 'anna') {
  const id = newId()
  outbox.messages.push({
    orgId: actor.orgId, id, key: alertKey, alertKey, template: 'alert:N-01', recipient, recipientKind: 'member', language: 'en', channel: 'in_app',
    subject: 's', text: 't', html: 'h', status: 'sent', nextTryAt: NOW, messageId: messageIdOf(id), createdAt: NOW,
  })
}

const written = (org: TestOrganisation) =>
  org.run(job(org), async ({ db }) => ({ stages: await db.select().from(alerts).orderBy(alerts.key), messages: await db.select().from(deliveries).orderBy(deliveries.key) }))

test('more rows than a statement takes are all written, each message under its stage', async () => {
  const org = await anOrganisation()
  await org.run(job(org), async (ctx) => {
    const outbox = emptyOutbox()
    for (let n = 0; n < CHUNK + 5; n++) {
      putStage(ctx, outbox, SUBJECT, stage(`k${n}`))
      putMessage(ctx, outbox, `k${n}`)
    }
    await writeOutbox(ctx, outbox)
    expect(outbox).toEqual(emptyOutbox())
  })
  const { stages, messages } = await written(org)
  expect([stages.length, messages.length]).toEqual([CHUNK + 5, CHUNK + 5])
  const keyOf = new Map(stages.map(({ id, key }) => [id, key]))
  expect(messages.every(({ alertId, key }) => keyOf.get(alertId!) === key)).toBe(true)
})

test('of two decisions under one key the last stands, whether they come together or after one another', async () => {
  const org = await anOrganisation()
  await org.run(job(org), async (ctx) => {
    const outbox = emptyOutbox()
    putStage(ctx, outbox, SUBJECT, stage('k', { status: 'skipped' }))
    putStage(ctx, outbox, SUBJECT, stage('k', { severity: 'warning' }))
    putMessage(ctx, outbox, 'k')
    await writeOutbox(ctx, outbox)
  })
  const first = await written(org)
  expect(first.stages).toMatchObject([{ key: 'k', status: 'sent', severity: 'warning' }])
  await org.run(job(org), async (ctx) => {
    const outbox = emptyOutbox()
    putStage(ctx, outbox, SUBJECT, stage('k', { severity: 'high', due: '2026-12-01' }))
    putMessage(ctx, outbox, 'k')
    putMessage(ctx, outbox, 'k', 'ben')
    await writeOutbox(ctx, outbox)
  })
  const second = await written(org)
  expect(second.stages).toMatchObject([{ id: first.stages[0]!.id, severity: 'high', due: '2026-12-01' }])
  expect(second.messages.map(({ recipient, alertId }) => [recipient, alertId]).sort()).toEqual([['anna', first.stages[0]!.id], ['ben', first.stages[0]!.id]])
  expect(second.messages.find(({ recipient }) => recipient === 'anna')!.id).toBe(first.messages[0]!.id)
})

test("a contact's mail holds the way in, what it may read inside holds none", async () => {
  const sent = await aSentAssessment()
  await readTrail(sent.org.orgId, NOW)
  const rows = await sent.org.run(job(sent.org), ({ db }) => db.select().from(deliveries).where(and(eq(deliveries.recipient, sent.contact.contactId), eq(deliveries.template, 'alert:N-20'))))
  const by = (channel: string) => rows.find((row) => row.channel === channel)!
  expect(by('email').link).toMatch(/\/l\/[\w-]{22}\.[\w-]{43}$/)
  expect(by('in_app')).toMatchObject({ link: null, text: expect.stringContaining('/l/…') as string })
  expect(JSON.stringify(by('in_app'))).not.toContain(by('email').link!.split('.').at(-1))
})

import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { sendDeliveries } from '#app/domain/notifier/send-deliveries.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { closeMail, messageIdOf } from '#app/platform/mail.server.ts'
import { deliveries } from '#db/schema/index.ts'
import { aMailServer as startMailServer } from '#tests/support/mail-server.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  closeMail()
  setEnv({ ...env(), SMTP_URL: undefined })
  for (const close of closing.splice(0)) await close()
})

async function aMailServer(wish: { refusing?: number } = {}) {
  const { received, close } = await startMailServer(wish)
  closing.push(close)
  return received
}

async function aQueue(org: TestOrganisation, count: number) {
  await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, async ({ db }) => {
    for (let n = 0; n < count; n++) {
      const id = newId()
      await db.insert(deliveries).values({
        orgId: org.orgId, id, key: `k${n}`, template: 'test', recipient: id, recipientKind: 'address', email: `person${n}@mail.example`, name: '李娜', language: 'zh-CN', channel: 'email',
        subject: `第${n}封`, text: '请于今日处理。', html: '<p>请于今日处理。</p>', status: 'pending', nextTryAt: NOW, messageId: messageIdOf(id), createdAt: NOW,
      })
    }
  })
}

const rows = (org: TestOrganisation) => org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, ({ db }) => db.select().from(deliveries).where(eq(deliveries.orgId, org.orgId)))

test('two workers at once hand every message over exactly once', async () => {
  const received = await aMailServer()
  const org = await anOrganisation()
  await aQueue(org, 120)
  await Promise.all([sendDeliveries(org.orgId, NOW), sendDeliveries(org.orgId, NOW)])
  expect(received).toHaveLength(120)
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(120)
  expect(received.find(({ to }) => to === 'person7@mail.example')).toMatchObject({ subject: '第7封' })
  expect((await rows(org)).every(({ status, tries }) => status === 'sent' && tries === 1)).toBe(true)
})

test('a refused message is tried again after a minute under the same Message-ID, and fails after three more', async () => {
  const received = await aMailServer({ refusing: 2 })
  const org = await anOrganisation()
  await aQueue(org, 1)
  const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
  await sendDeliveries(org.orgId, NOW)
  expect((await rows(org))[0]).toMatchObject({ status: 'pending', tries: 1 })
  await sendDeliveries(org.orgId, minutes(0.5))
  expect((await rows(org))[0]).toMatchObject({ tries: 1 })
  await sendDeliveries(org.orgId, minutes(1))
  await sendDeliveries(org.orgId, minutes(11))
  const [after] = await rows(org)
  expect(after).toMatchObject({ status: 'sent', tries: 3 })
  expect(received.map(({ messageId }) => messageId)).toEqual([after!.messageId])
})

test('a message that no server ever takes is marked as failed, and nothing else waits for it', async () => {
  await aMailServer({ refusing: 99 })
  const org = await anOrganisation()
  await aQueue(org, 1)
  for (const minute of [0, 1, 11, 71]) await sendDeliveries(org.orgId, new Date(NOW.getTime() + minute * 60_000))
  expect((await rows(org))[0]).toMatchObject({ status: 'failed', tries: 4 })
})

test('a message whose worker died is taken over when its lease has ended', async () => {
  const received = await aMailServer()
  const org = await anOrganisation()
  await aQueue(org, 1)
  await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, ({ db }) =>
    db.update(deliveries).set({ status: 'sending', leaseUntil: new Date(NOW.getTime() + 120_000), tries: 1 }).where(eq(deliveries.orgId, org.orgId)),
  )
  expect(await sendDeliveries(org.orgId, NOW)).toBe(0)
  expect(await sendDeliveries(org.orgId, new Date(NOW.getTime() + 121_000))).toBe(1)
  expect(received).toHaveLength(1)
})

test('without a mail server every message lands in the mailbox', async () => {
  const org = await anOrganisation()
  await aQueue(org, 3)
  expect(await sendDeliveries(org.orgId, NOW)).toBe(3)
  expect((await rows(org)).map(({ status }) => status)).toEqual(['mailbox', 'mailbox', 'mailbox'])
})

import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { confirmCode } from '#app/domain/portal/confirm-code.server.ts'
import { enterByLink } from '#app/domain/portal/enter-by-link.server.ts'
import { findLink } from '#app/domain/portal/find-link.server.ts'
import { leavePortal } from '#app/domain/portal/leave-portal.server.ts'
import { previewPortal } from '#app/domain/portal/preview-portal.server.ts'
import { findPortalSession } from '#app/domain/portal/queries.server.ts'
import { requestLink } from '#app/domain/portal/request-link.server.ts'
import { resendAssessment } from '#app/domain/assessments/resend-assessment.server.ts'
import { withdrawAssessment } from '#app/domain/assessments/withdraw-assessment.server.ts'
import type { System } from '#app/domain/identity/actor.ts'
import { hashSecret, newSecret, readOrgToken } from '#app/platform/ids.server.ts'
import { accessCodes, deliveries, links, portalSessions, trail, vendorContacts } from '#db/schema/index.ts'
import { aSentAssessment, secretOf, type Sent } from '#tests/support/assessment.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const DEVICE = { ip: '203.0.113.5', userAgent: 'Mozilla/5.0' }
const door = (orgId: string): System => ({ kind: 'system', orgId, job: 'portal' })
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const enter = ({ org, link }: Pick<Sent, 'org' | 'link'>, { session, now = NOW }: { session?: string; now?: Date } = {}) =>
  org.run(door(org.orgId), (ctx) => enterByLink(ctx, { secret: secretOf(link), device: DEVICE, session }), now)
const confirm = ({ org, link }: Sent, code: string, now = NOW) => org.run(door(org.orgId), (ctx) => confirmCode(ctx, { secret: secretOf(link), code, device: DEVICE }), now)
const mailed = ({ org, contact }: Sent) =>
  org.run(door(org.orgId), async ({ db }) => {
    const rows = await db.select().from(deliveries).where(and(eq(deliveries.template, 'access-code'), eq(deliveries.recipient, contact.contactId)))
    return rows.map(({ text, ...row }) => ({ ...row, code: /\b\d{6}\b/.exec(text)![0] }))
  })
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('the first opening goes straight in, in the name of the contact, and is remembered', async () => {
  const sent = await aSentAssessment()
  const entry = await enter(sent)
  if (entry.outcome !== 'in') throw new Error(entry.outcome)
  const token = readOrgToken(entry.session)!
  expect(token.orgId).toBe(sent.org.orgId)
  await sent.org.run(door(sent.org.orgId), async (ctx) => {
    expect(await findPortalSession(ctx, hashSecret(token.secret))).toMatchObject({ contact: { id: sent.contact.contactId }, vendor: { id: sent.vendorId }, session: { isPreview: false } })
    const [entered] = await ctx.db.select().from(trail).where(eq(trail.action, 'link.enter'))
    expect(entered!.body).not.toContain(secretOf(sent.link))
  })
})

test('looking at the page spends nothing, however often scanners look', async () => {
  const sent = await aSentAssessment()
  for (let look = 0; look < 5; look++) await sent.org.run(door(sent.org.orgId), (ctx) => findLink(ctx, secretOf(sent.link)))
  expect(await enter(sent)).toMatchObject({ outcome: 'in' })
})

test('of a hundred openings at once one gets in, the others are asked for one and the same code', async () => {
  const sent = await aSentAssessment()
  const entries = await Promise.all(Array.from({ length: 100 }, () => enter(sent)))
  expect(entries.filter(({ outcome }) => outcome === 'in')).toHaveLength(1)
  expect(entries.filter(({ outcome }) => outcome === 'code')).toHaveLength(99)
  expect(await mailed(sent)).toHaveLength(1)
  await sent.org.run(door(sent.org.orgId), async ({ db }) => expect(await db.select().from(portalSessions)).toHaveLength(1))
})

test('the device that was let in comes back without a code, another one needs it', async () => {
  const sent = await aSentAssessment()
  const first = await enter(sent)
  const session = first.outcome === 'in' ? readOrgToken(first.session)!.secret : ''
  expect(await enter(sent, { session })).toMatchObject({ outcome: 'in' })
  expect(await enter(sent, { session: newSecret() })).toMatchObject({ outcome: 'code' })
  expect(await enter(sent)).toMatchObject({ outcome: 'code' })
})

test("another contact's session does not stand for this one's", async () => {
  const org = await anOrganisation('procurement', 'compliance', 'auditor', 'admin')
  const [sent, other] = [await aSentAssessment({ org }), await aSentAssessment({ org })]
  await enter(sent)
  const foreign = await enter(other)
  const session = foreign.outcome === 'in' ? readOrgToken(foreign.session)!.secret : ''
  expect(await enter(sent, { session })).toMatchObject({ outcome: 'code' })
})

test('the code goes to the contact in its language, opens the door once, and is stored as a hash only', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(door(sent.org.orgId), ({ db }) => db.update(vendorContacts).set({ language: 'en' }).where(eq(vendorContacts.id, sent.contact.contactId)))
  await enter(sent)
  await enter(sent)
  const [mail] = await mailed(sent)
  expect(mail).toMatchObject({ language: 'en', channel: 'email', status: 'pending', subject: `Your code is ${mail!.code}` })
  expect(await confirm(sent, mail!.code)).toMatchObject({ outcome: 'in' })
  expect(await confirm(sent, mail!.code)).toMatchObject({ outcome: 'dead' })
  await sent.org.run(door(sent.org.orgId), async ({ db }) => {
    const [row] = await db.select().from(accessCodes)
    expect(JSON.stringify(row)).not.toContain(mail!.code)
    expect((await db.select().from(trail)).map(({ body }) => body).join()).not.toContain(`"${mail!.code}"`)
  })
})

test('a code is dead after five wrong tries, also for the right one', async () => {
  const sent = await aSentAssessment()
  await enter(sent)
  await enter(sent)
  const { code } = (await mailed(sent))[0]!
  for (const triesLeft of [4, 3, 2, 1]) expect(await confirm(sent, wrong(code))).toEqual({ outcome: 'wrong', triesLeft })
  expect(await confirm(sent, wrong(code))).toEqual({ outcome: 'dead' })
  expect(await confirm(sent, code)).toEqual({ outcome: 'dead' })
})

test('a hundred guesses at once count as at most five tries', async () => {
  const sent = await aSentAssessment()
  await enter(sent)
  await enter(sent)
  const { code } = (await mailed(sent))[0]!
  await Promise.all(Array.from({ length: 100 }, () => confirm(sent, wrong(code))))
  await sent.org.run(door(sent.org.orgId), async ({ db }) => expect((await db.select().from(accessCodes))[0]!.tries).toBe(5))
})

test('a code lives ten minutes; a newer one ends it', async () => {
  const sent = await aSentAssessment()
  await enter(sent)
  await enter(sent)
  const { code } = (await mailed(sent))[0]!
  expect(await confirm(sent, code, later(10))).toEqual({ outcome: 'dead' })
  await enter(sent, { now: later(2) })
  const codes = (await mailed(sent)).map((each) => each.code)
  expect(codes).toHaveLength(2)
  if (codes[0] !== codes[1]) expect(await confirm(sent, code, later(3))).toMatchObject({ outcome: 'wrong' })
})

test('ten codes a day and link, then no more', async () => {
  const sent = await aSentAssessment()
  await enter(sent)
  for (let n = 0; n < 10; n++) await enter(sent, { now: later(n * 2) })
  await expect(enter(sent, { now: later(30) })).rejects.toMatchObject({ code: 'too-many' })
  expect(await enter(sent, { now: later(24 * 60 + 1) })).toMatchObject({ outcome: 'code' })
})

test.each([
  ['expired', false, 60 * 24 * 60],
  ['used_expired', true, 60 * 24 * 60],
] as const)('a link that is %s opens nothing and says so', async (state, used, minutes) => {
  const sent = await aSentAssessment()
  if (used) await enter(sent)
  expect(await enter(sent, { now: later(minutes) })).toEqual({ outcome: 'refused', state })
})

test.each([
  ['sent again', (sent: Sent) => sent.org.run(sent.org.as('procurement'), (ctx) => resendAssessment(ctx, { assessmentId: sent.assessment.id }))],
  ['withdrawn', (sent: Sent) => sent.org.run(sent.org.as('procurement'), (ctx) => withdrawAssessment(ctx, { assessmentId: sent.assessment.id, reason: 'no longer needed' }))],
  ['for somebody who left', (sent: Sent) => sent.org.run(sent.org.as('procurement'), ({ db }) => db.update(vendorContacts).set({ isActive: false }).where(eq(vendorContacts.id, sent.contact.contactId)))],
] as const)('a link of a request that was %s is revoked', async (_, close) => {
  const sent = await aSentAssessment()
  await close(sent)
  expect(await enter(sent)).toEqual({ outcome: 'refused', state: 'revoked' })
})

test("a secret of another organisation's link, or of none, is unknown", async () => {
  const [sent, other] = [await aSentAssessment(), await aSentAssessment()]
  expect(await enter({ org: other.org, link: sent.link })).toEqual({ outcome: 'refused', state: 'unknown' })
  expect(await enter({ org: sent.org, link: `x.${newSecret()}` })).toEqual({ outcome: 'refused', state: 'unknown' })
})

test('asking for a new link reaches the owner once an hour', async () => {
  const sent = await aSentAssessment()
  const ask = (now: Date) => sent.org.run(door(sent.org.orgId), (ctx) => requestLink(ctx, secretOf(sent.link)), now)
  for (const minutes of [0, 5, 59, 61]) expect(await ask(later(minutes))).toBe('asked')
  await sent.org.run(door(sent.org.orgId), async ({ db }) => {
    const entries = await db.select().from(trail).where(eq(trail.action, 'link.request'))
    expect(entries).toHaveLength(2)
    expect(JSON.parse(entries[0]!.body)).toMatchObject({ vendorId: sent.vendorId, data: { contactId: sent.contact.contactId, state: 'fresh' } })
  })
})

test('members and contacts cannot open doors for others', async () => {
  const sent = await aSentAssessment()
  for (const actor of [sent.org.as('admin'), sent.org.as('procurement')]) {
    await expect(sent.org.run(actor, (ctx) => enterByLink(ctx, { secret: secretOf(sent.link), device: DEVICE }))).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('a preview shows a member the contact’s portal, without touching the link', async () => {
  const sent = await aSentAssessment()
  const cookie = await sent.org.run(sent.org.as('compliance'), (ctx) => previewPortal(ctx, { assessmentId: sent.assessment.id, device: DEVICE }))
  await sent.org.run(door(sent.org.orgId), async (ctx) => {
    expect(await findPortalSession(ctx, hashSecret(readOrgToken(cookie)!.secret))).toMatchObject({ session: { isPreview: true } })
    expect((await ctx.db.select().from(links))[0]!.usedAt).toBeNull()
  })
  await expect(sent.org.run(sent.org.as('auditor'), (ctx) => previewPortal(ctx, { assessmentId: sent.assessment.id, device: DEVICE }))).rejects.toMatchObject({ code: 'forbidden' })
  const other = await anOrganisation('compliance')
  await expect(other.run(other.as('compliance'), (ctx) => previewPortal(ctx, { assessmentId: sent.assessment.id, device: DEVICE }))).rejects.toMatchObject({ code: 'not-found' })
})

test('a preview session does not let a device in by the used link', async () => {
  const sent = await aSentAssessment()
  await enter(sent)
  const cookie = await sent.org.run(sent.org.as('compliance'), (ctx) => previewPortal(ctx, { assessmentId: sent.assessment.id, device: DEVICE }))
  expect(await enter(sent, { session: readOrgToken(cookie)!.secret })).toMatchObject({ outcome: 'code' })
})

test('leaving ends this session and no other; sessions end after seven days', async () => {
  const sent = await aSentAssessment()
  const entry = await enter(sent)
  const secret = entry.outcome === 'in' ? readOrgToken(entry.session)!.secret : ''
  const find = (now: Date) => sent.org.run(door(sent.org.orgId), (ctx) => findPortalSession(ctx, hashSecret(secret)), now)
  await sent.org.run(sent.contact, (ctx) => leavePortal(ctx, newSecret()))
  expect(await find(later(60))).toBeDefined()
  expect(await find(later(7 * 24 * 60))).toBeUndefined()
  await sent.org.run(sent.contact, (ctx) => leavePortal(ctx, secret))
  expect(await find(later(60))).toBeUndefined()
})

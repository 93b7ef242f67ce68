import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { makeResetLink } from '#app/domain/identity/make-reset-link.server.ts'
import { queueAccountMail } from '#app/domain/identity/queue-account-mail.server.ts'
import { resetPassword } from '#app/domain/identity/reset-password.server.ts'
import { findUserByEmail } from '#app/domain/identity/queries.server.ts'
import { forgetSecrets } from '#app/domain/mailbox/forget-secrets.server.ts'
import { runDaily } from '#app/domain/notifier/housekeeping.server.ts'
import { remindAssessment } from '#app/domain/assessments/remind-assessment.server.ts'
import { readTrail } from '#app/domain/notifier/clock.server.ts'
import { sendDeliveries } from '#app/domain/notifier/send-deliveries.server.ts'
import { enterByLink } from '#app/domain/portal/enter-by-link.server.ts'
import { requestLink } from '#app/domain/portal/request-link.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { closeMail } from '#app/platform/mail.server.ts'
import { deliveries, links } from '#db/schema/index.ts'
import { aSentAssessment, secretOf } from '#tests/support/assessment.ts'
import { aMailServer } from '#tests/support/mail-server.ts'
import { DEVICE, givePassword, PASSWORD } from '#tests/support/person.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const production = env()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  closeMail()
  setEnv(production)
  for (const close of closing.splice(0)) await close()
})

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const DAY = 24 * 60
const job = ({ orgId }: TestOrganisation) => ({ kind: 'system', orgId, job: 'test' }) as const
const mailsOf = (org: TestOrganisation) => org.run(job(org), ({ db }) => db.select().from(deliveries).where(eq(deliveries.orgId, org.orgId)))
const theMail = async (org: TestOrganisation, template: string) => (await mailsOf(org)).find((mail) => mail.template === template && mail.channel === 'email')!
const forget = (org: TestOrganisation, minutes = 0) => org.run(job(org), forgetSecrets, later(minutes))

/** A mail with a link for a new password, in the outbox. */
async function aResetMail() {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  const link = await org.run(job(org), async (ctx) => {
    const user = (await findUserByEmail(ctx, email))!
    const link = await makeResetLink(ctx, user)
    await queueAccountMail(ctx, { template: 'password-reset', to: user, link, values: { minutes: 60 } })
    return link
  })
  return { org, link, token: link.split('/').at(-1)! }
}

/** A questionnaire's invitation in the outbox, and the way in that it holds. */
async function anInvitation() {
  const sent = await aSentAssessment()
  await sent.org.run(sent.org.as('procurement'), (ctx) => remindAssessment(ctx, sent.assessment.id))
  await readTrail(sent.org.orgId, NOW)
  const mail = await theMail(sent.org, 'questionnaire-invitation')
  return { ...sent, mail, token: mail.link!.split('/').at(-1)! }
}

test('once a mail has left over SMTP, its reader alone holds the link', async () => {
  const server = await aMailServer()
  closing.push(server.close)
  const { org, token } = await aResetMail()
  await sendDeliveries(org.orgId, NOW)
  expect(server.received[0]!.text).toContain(token)
  const mail = await theMail(org, 'password-reset')
  expect(mail).toMatchObject({ status: 'sent', link: null })
  expect(JSON.stringify(mail)).not.toContain(token)
  expect(mail.text).toContain('/reset/…')
})

test('a way in that was mailed to a vendor cannot be taken by whoever reads the mailbox', async () => {
  const server = await aMailServer()
  closing.push(server.close)
  const { org, token } = await anInvitation()
  await sendDeliveries(org.orgId, NOW)
  expect(server.received.map(({ text }) => text).join()).toContain(token)
  expect(JSON.stringify(await mailsOf(org))).not.toContain(token)
})

test('a mail that no server ever took keeps no way in either', async () => {
  const server = await aMailServer({ refusing: 99 })
  closing.push(server.close)
  const { org, token } = await aResetMail()
  for (const minute of [0, 1, 11]) await sendDeliveries(org.orgId, later(minute))
  expect((await theMail(org, 'password-reset')).text).toContain(token)
  await sendDeliveries(org.orgId, later(71))
  expect(await theMail(org, 'password-reset')).toMatchObject({ status: 'failed', link: null, text: expect.not.stringContaining(token) as string })
})

test('a page that a mail to a member names stays in it', async () => {
  const sent = await anInvitation()

  await sent.org.run(job(sent.org), (ctx) => requestLink(ctx, secretOf(sent.link)))
  await readTrail(sent.org.orgId, NOW)
  await sendDeliveries(sent.org.orgId, NOW)
  const before = await theMail(sent.org, 'link-requested')
  await forget(sent.org, 40 * DAY)
  expect(await theMail(sent.org, 'link-requested')).toEqual(before)
  expect(before.link).toContain(`/assessments/${sent.assessment.id}/sending`)
})

test('in the mailbox a link for a new password stays until it was used', async () => {
  const { org, token } = await aResetMail()
  await sendDeliveries(org.orgId, NOW)
  await forget(org)
  expect(await theMail(org, 'password-reset')).toMatchObject({ status: 'mailbox', link: expect.stringContaining(token) as string })
  await resetPassword({ now: NOW }, { token, password: `${PASSWORD} 2` })
  await forget(org)
  expect(JSON.stringify(await theMail(org, 'password-reset'))).not.toContain(token)
})

test('in the mailbox it stays no longer than its hour, and the daily round sees to it', async () => {
  const { org, token } = await aResetMail()
  await sendDeliveries(org.orgId, NOW)
  await forget(org, 59)
  expect((await theMail(org, 'password-reset')).text).toContain(token)
  await runDaily(later(60))
  expect(JSON.stringify(await theMail(org, 'password-reset'))).not.toContain(token)
})

test("in the mailbox a vendor's way in stays while it opens: used, but not expired or revoked", async () => {
  const { org, mail, token } = await anInvitation()
  await sendDeliveries(org.orgId, NOW)
  await org.run(job(org), (ctx) => enterByLink(ctx, { secret: secretOf(mail.link!), device: DEVICE }))
  await forget(org, 29 * DAY)
  expect((await theMail(org, 'questionnaire-invitation')).link).toBe(mail.link)
  await org.run(job(org), ({ db }) => db.update(links).set({ revokedAt: NOW }).where(eq(links.orgId, org.orgId)))
  await forget(org)
  const after = await theMail(org, 'questionnaire-invitation')
  expect(after).toMatchObject({ link: null, text: expect.stringContaining('/l/…') as string })
  expect(JSON.stringify(after)).not.toContain(token)
})

test('six digits that opened a door are gone after their ten minutes', async () => {
  const { org, mail } = await anInvitation()
  const open = () => org.run(job(org), (ctx) => enterByLink(ctx, { secret: secretOf(mail.link!), device: DEVICE }))
  await open()
  await open()
  await sendDeliveries(org.orgId, NOW)
  const code = /\b\d{6}\b/.exec((await theMail(org, 'access-code')).text)![0]
  await forget(org, 9)
  expect((await theMail(org, 'access-code')).text).toContain(code)
  await forget(org, 10)
  const { subject, text, html } = await theMail(org, 'access-code')
  expect(`${subject} ${text} ${html}`).not.toMatch(new RegExp(`(?<!#)\\b${code}\\b`))
  expect(subject).toContain('······')
})

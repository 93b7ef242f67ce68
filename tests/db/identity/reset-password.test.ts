import { and, eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { makeResetLinkFor } from '#app/domain/identity/make-reset-link.server.ts'
import { requestReset } from '#app/domain/identity/request-reset.server.ts'
import { findReset, resetPassword } from '#app/domain/identity/reset-password.server.ts'
import { signIn } from '#app/domain/identity/sign-in.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { accountTokens, deliveries } from '#db/schema/index.ts'
import { account, actionsOf, aSession, DEVICE, givePassword, PASSWORD, sessionsOf, WORLD } from '#tests/support/person.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const NEXT = 'a heron on the quiet pier'
const production = env()
afterEach(() => setEnv(production))

const tokenOf = (link: string) => link.split('/reset/')[1]!
const minutes = (count: number) => ({ now: new Date(NOW.getTime() + count * 60_000) })
const mailsOf = (org: TestOrganisation) =>
  org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, ({ db }) => db.select().from(deliveries).where(and(eq(deliveries.orgId, org.orgId), eq(deliveries.template, 'password-reset'))))

test('with SMTP the link is mailed, works once, and ends every session', async () => {
  setEnv({ ...production, SMTP_URL: 'smtp://mail.example' })
  const org = await anOrganisation('legal')
  const { email } = await aSession(org.as('legal'))
  await requestReset(WORLD, { email, device: DEVICE })
  const [mail] = await mailsOf(org)
  expect(mail).toMatchObject({ email, status: 'pending', recipient: org.as('legal').userId })
  await resetPassword(WORLD, { token: tokenOf(mail!.link!), password: NEXT })
  expect(await sessionsOf(org.as('legal'))).toEqual([])
  expect(await signIn(WORLD, { email, password: NEXT, device: DEVICE })).toBeTruthy()
  await expect(resetPassword(WORLD, { token: tokenOf(mail!.link!), password: PASSWORD })).rejects.toMatchObject({ code: 'gone', key: 'identity.reset.is_used' })
  expect(await actionsOf(org)).toEqual(['session.sign_in', 'account.request_reset', 'account.reset_password', 'session.sign_in'])
})

test('in production without SMTP nothing is written that an administrator could read', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  await requestReset(WORLD, { email, device: DEVICE })
  expect(await mailsOf(org)).toEqual([])
  expect(await account(({ db }) => db.select().from(accountTokens).where(eq(accountTokens.userId, org.as('legal').userId)))).toEqual([])
})

test('in demo mode the mail lands in the mailbox', async () => {
  setEnv({ ...production, CUSTODIA_MODE: 'demo' })
  const org = await anOrganisation('legal')
  await requestReset(WORLD, { email: await givePassword(org.as('legal')), device: DEVICE })
  expect(await mailsOf(org)).toHaveLength(1)
})

test('an unknown address gets the same answer in the same time', async () => {
  setEnv({ ...production, SMTP_URL: 'smtp://mail.example' })
  const org = await anOrganisation('legal')
  const took = async (email: string) => {
    const began = performance.now()
    expect(await requestReset(WORLD, { email, device: DEVICE })).toBeUndefined()
    return performance.now() - began
  }
  const [known, unknown] = [await took(await givePassword(org.as('legal'))), await took(`${newId()}@test.example`)]
  expect(Math.abs(known - unknown)).toBeLessThan(100)
  expect(Math.min(known, unknown)).toBeGreaterThan(390)
})

test('a sixth request within the hour has to wait', async () => {
  const email = `${newId()}@test.example`
  for (let n = 0; n < 5; n++) await requestReset(WORLD, { email, device: { ip: `198.51.100.${n}` } })
  await expect(requestReset(WORLD, { email, device: DEVICE })).rejects.toMatchObject({ code: 'too-many' })
})

test("the operator's link works without mail, for an hour; looking spends nothing", async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  const token = tokenOf(await makeResetLinkFor(WORLD, email))
  expect(await findReset(minutes(59), token)).toMatchObject({ state: 'open' })
  expect(await findReset(minutes(60), token)).toMatchObject({ state: 'expired' })
  await expect(resetPassword(minutes(60), { token, password: NEXT })).rejects.toMatchObject({ code: 'gone', key: 'identity.reset.is_expired' })
  await resetPassword(minutes(59), { token, password: NEXT })
  await expect(makeResetLinkFor(WORLD, `${newId()}@test.example`)).rejects.toMatchObject({ code: 'not-found' })
})

test('of two uses at once one succeeds, and other open links end with it', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  const [one, other] = [tokenOf(await makeResetLinkFor(WORLD, email)), tokenOf(await makeResetLinkFor(WORLD, email))]
  const results = await Promise.allSettled([1, 2].map((n) => resetPassword(WORLD, { token: one, password: `${NEXT} ${n}` })))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(resetPassword(WORLD, { token: other, password: NEXT })).rejects.toMatchObject({ code: 'gone' })
})

test('a malformed link was never one, and a weak password spends nothing', async () => {
  const org = await anOrganisation('legal')
  await expect(resetPassword(WORLD, { token: 'nonsense', password: NEXT })).rejects.toMatchObject({ code: 'not-found', key: 'identity.reset.is_unknown' })
  const token = tokenOf(await makeResetLinkFor(WORLD, await givePassword(org.as('legal'))))
  await expect(resetPassword(WORLD, { token, password: 'short' })).rejects.toMatchObject({ fields: [{ field: 'password', key: 'identity.password.too_short' }] })
  expect(await findReset(WORLD, token)).toMatchObject({ state: 'open' })
})

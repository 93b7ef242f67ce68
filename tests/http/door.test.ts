import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { inviteMember } from '#app/domain/identity/invite-member.server.ts'
import { invitationLink } from '#app/domain/identity/invitation-link.server.ts'
import { makeResetLinkFor } from '#app/domain/identity/make-reset-link.server.ts'
import { revokeInvitation } from '#app/domain/identity/revoke-invitation.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { newId, readOrgToken } from '#app/platform/ids.server.ts'
import * as forgot from '#app/routes/forgot.tsx'
import * as join from '#app/routes/join.$token.tsx'
import * as locale from '#app/routes/locale.ts'
import * as reset from '#app/routes/reset.$token.tsx'
import * as signIn from '#app/routes/sign-in._index.tsx'
import * as signInAs from '#app/routes/sign-in.as.ts'
import * as signInAsVendor from '#app/routes/sign-in.as-vendor.ts'
import * as signOut from '#app/routes/sign-out.ts'
import * as signUp from '#app/routes/sign-up.tsx'
import * as switchOrganisation from '#app/routes/switch-organisation.ts'
import * as theme from '#app/routes/theme.ts'
import { memberships, organisations } from '#db/schema/index.ts'
import { account, aSession, givePassword, PASSWORD, sessionOf, WORLD } from '#tests/support/person.ts'
import { signUpForm } from '#tests/support/organisation-form.ts'
import { call, cookieOf } from '#tests/support/request.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const production = env()
afterEach(() => setEnv(production))

const system = (orgId: string) => ({ kind: 'system', orgId, job: 'test' }) as const
const problemOf = (data: unknown) => (data as { problem: { key: string; fields: { field: string; key: string }[] } }).problem

async function anInvitation(org: TestOrganisation, email = `wu.${newId()}@test.example`) {
  const invitation = await org.run(org.as('admin'), (ctx) => inviteMember(ctx as Context<Member>, { name: 'Wu Han', email, roles: ['legal'], language: 'en' }))
  return { invitation, params: { token: invitationLink(invitation).split('/join/')[1]! } }
}

// First in the file: its database has no organisation yet.
test('without any organisation sign-in leads to sign-up, which registers and signs in', async () => {
  expect(await account(({ db }) => db.select().from(organisations))).toEqual([])
  expect(await call(signIn.loader)).toMatchObject({ status: 302, location: '/sign-up' })
  expect((await call(signUp.loader)).data).toMatchObject({ isOpen: true, isFirst: true })
  const answer = await call(signUp.action, { form: signUpForm() })
  expect(answer).toMatchObject({ status: 302, location: '/' })
  expect(await sessionOf(await cookieOf(answer))).toBeTruthy()
  expect(await call(signIn.loader)).toMatchObject({ status: 200, data: { isOpen: false } })
})

test('signing in goes on to where the person wanted to be, but never to another site', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  for (const [next, location] of [['/vendors?q=1', '/vendors?q=1'], ['//evil.example/x', '/'], ['https://evil.example', '/'], ['/\\evil.example', '/'], ['', '/']]) {
    const answer = await call(signIn.action, { form: { email, password: PASSWORD, next: next! } })
    expect(answer).toMatchObject({ status: 302, location })
    expect(await sessionOf(await cookieOf(answer))).toBeTruthy()
    expect(answer.cookies[0]).toMatch(/HttpOnly; SameSite=Lax/)
  }
})

test('a refused sign-in keeps the address, never the password, and does not say which was wrong', async () => {
  const org = await anOrganisation('legal')
  const known = await givePassword(org.as('legal'))
  const answers = []
  for (const email of [known, `${newId()}@test.example`]) answers.push({ email, answer: await call(signIn.action, { form: { email, password: 'wrong wrong wrong' } }) })
  for (const { email, answer } of answers) {
    expect(answer.status).toBe(400)
    expect(answer.data).toMatchObject({ problem: { key: 'identity.sign_in.refused' }, values: { email } })
    expect(JSON.stringify(answer.data)).not.toContain('wrong wrong')
  }
})

test('sign-in and sign-up forms say in their fields what is missing', async () => {
  setEnv({ ...production, ALLOW_REGISTRATION: true })
  const answer = await call(signIn.action, { form: { email: 'nonsense' } })
  expect(problemOf(answer.data).fields.map(({ field }) => field)).toEqual(['email', 'password'])
  const fields = problemOf((await call(signUp.action, { form: {} })).data).fields.map(({ field }) => field)
  expect(fields).toEqual(expect.arrayContaining(['name', 'country', 'unitDepartment', 'unitLead', 'unitPhone', 'unitEmail', 'adminName', 'adminEmail', 'password']))
})

test('where registration is closed the page says so and the form is refused', async () => {
  await anOrganisation('admin')
  expect((await call(signUp.loader)).data).toMatchObject({ isOpen: false })
  expect(await call(signUp.action, { form: signUpForm() })).toMatchObject({ status: 403, data: { problem: { key: 'organisations.register.closed' } } })
})

test('in production mode no persona is listed and the way in does not exist', async () => {
  const org = await anOrganisation('legal')
  await account(({ db }) => db.update(organisations).set({ isDemo: true }).where(eq(organisations.id, org.orgId)))
  expect((await call(signIn.loader)).data).toMatchObject({ personas: [] })
  const form = { orgId: org.orgId, userId: org.as('legal').userId, contactId: newId() }
  for (const route of [signInAs, signInAsVendor]) {
    const answer = await call(route.action, { form })
    expect(answer).toMatchObject({ status: 404, cookies: [] })
    expect(await call(route.loader)).toMatchObject({ status: 404 })
  }
})

test('in demo mode one click signs in', async () => {
  const org = await anOrganisation('legal')
  await account(({ db }) => db.update(organisations).set({ isDemo: true }).where(eq(organisations.id, org.orgId)))
  setEnv({ ...production, CUSTODIA_MODE: 'demo' })
  expect(JSON.stringify((await call(signIn.loader)).data)).toContain(org.as('legal').userId)
  const answer = await call(signInAs.action, { form: { orgId: org.orgId, userId: org.as('legal').userId } })
  expect(answer).toMatchObject({ status: 302, location: '/' })
})

test('signing out ends the session and forgets the cookie', async () => {
  const org = await anOrganisation('legal')
  const { cookie } = await aSession(org.as('legal'))
  const answer = await call(signOut.action, { cookie, form: {} })
  expect(answer).toMatchObject({ status: 302, location: '/sign-in' })
  expect(answer.cookies.some((each) => /^custodia=.*Max-Age=0/.test(each))).toBe(true)
  expect(await sessionOf(cookie)).toBeUndefined()
})

test('an address opened by GET signs nobody out', async () => {
  const org = await anOrganisation('legal')
  const { cookie } = await aSession(org.as('legal'))
  await call(signOut.loader, { cookie })
  expect(await sessionOf(cookie)).toBeTruthy()
})

test('switching organisations changes the cookie; a foreign one is not found', async () => {
  const [one, two, three] = [await anOrganisation('legal'), await anOrganisation('admin'), await anOrganisation('admin')]
  await two.run(system(two.orgId), ({ db }) => db.insert(memberships).values({ orgId: two.orgId, userId: one.as('legal').userId, roles: ['auditor'], createdAt: NOW }))
  const { cookie } = await aSession(one.as('legal'))
  expect(await call(switchOrganisation.action, { cookie, form: { orgId: three.orgId } })).toMatchObject({ status: 404, cookies: [] })
  const answer = await call(switchOrganisation.action, { cookie, form: { orgId: two.orgId } })
  expect(readOrgToken(await cookieOf(answer))?.orgId).toBe(two.orgId)
})

test('an invitation is shown without being spent, and accepted by POST', async () => {
  const org = await anOrganisation('admin')
  const { invitation, params } = await anInvitation(org)
  for (let n = 0; n < 3; n++) expect(await call(join.loader, { params })).toMatchObject({ status: 200, data: { state: 'open', email: invitation.email, account: 'none' } })
  const answer = await call(join.action, { params, form: { name: '吴晗', password: PASSWORD } })
  expect(answer).toMatchObject({ status: 302, location: '/' })
  expect(await sessionOf(await cookieOf(answer))).toMatchObject({ activeOrgId: org.orgId })
})

test('dead invitations each have a page of their own, which names nobody it should not', async () => {
  const org = await anOrganisation('admin')
  const [used, revoked, expired] = [await anInvitation(org), await anInvitation(org), await anInvitation(org)]
  await call(join.action, { params: used.params, form: { name: 'Wu', password: PASSWORD } })
  await org.run(org.as('admin'), (ctx) => revokeInvitation(ctx, revoked.invitation.id))
  expect(await call(join.loader, { params: used.params })).toMatchObject({ status: 410, data: { state: 'accepted' } })
  expect(await call(join.loader, { params: revoked.params })).toMatchObject({ status: 410, data: { state: 'revoked', invitedBy: 'admin' } })
  const later = new Date(NOW.getTime() + 15 * 86_400_000)
  const answer = await call(join.loader, { params: expired.params, now: later })
  expect(answer).toMatchObject({ status: 410, data: { state: 'expired' } })
  expect(JSON.stringify(answer.data)).not.toContain(expired.invitation.email)
  for (const token of ['x', 'a.b', `${'A'.repeat(22)}.${'B'.repeat(43)}`]) expect(await call(join.loader, { params: { token } })).toMatchObject({ status: 404, data: { state: 'unknown' } })
})

test('whoever has an account is asked for its password, not for a name', async () => {
  const [org, other] = [await anOrganisation('admin'), await anOrganisation('legal')]
  const { params } = await anInvitation(org, await givePassword(other.as('legal')))
  expect((await call(join.loader, { params })).data).toMatchObject({ account: 'known' })
  expect(problemOf((await call(join.action, { params, form: { password: 'wrong wrong wrong' } })).data).fields).toEqual([{ field: 'password', key: 'identity.password.wrong' }])
  expect(await call(join.action, { params, form: { password: PASSWORD } })).toMatchObject({ status: 302 })
})

test('a forgotten password gets one answer for every address, and without mail a way to the operator', async () => {
  expect((await call(forgot.loader)).data).toMatchObject({ sendsMail: false })
  const org = await anOrganisation('legal')
  const answers = [await call(forgot.action, { form: { email: await givePassword(org.as('legal')) } }), await call(forgot.action, { form: { email: `${newId()}@test.example` } })]
  expect(answers[0]).toEqual(answers[1])
  setEnv({ ...production, SMTP_URL: 'smtp://mail.example' })
  expect((await call(forgot.loader)).data).toMatchObject({ sendsMail: true })
})

test('a reset link is shown without being spent, sets the password once, and says afterwards that it was used', async () => {
  const org = await anOrganisation('legal')
  const { email, cookie } = await aSession(org.as('legal'))
  const params = { token: (await makeResetLinkFor(WORLD, email)).split('/reset/')[1]! }
  for (let n = 0; n < 3; n++) expect(await call(reset.loader, { params })).toMatchObject({ status: 200, data: { state: 'open' } })
  expect(await call(reset.action, { params, form: { password: 'a heron on the quiet pier' } })).toMatchObject({ status: 302, location: '/sign-in' })
  expect(await sessionOf(cookie)).toBeUndefined()
  expect(await call(reset.loader, { params })).toMatchObject({ status: 410, data: { state: 'used' } })
  expect(await call(reset.loader, { params: { token: 'x' } })).toMatchObject({ status: 404, data: { state: 'unknown' } })
})

test('language and theme are remembered and lead back, to this site only', async () => {
  for (const [action, form, name] of [[locale.action, { locale: 'zh-CN' }, 'custodia_locale='], [theme.action, { theme: 'dark' }, 'custodia_theme=']] as const) {
    const answer = await call(action, { form: { ...form, returnTo: '/vendors?q=1' } })
    expect(answer).toMatchObject({ status: 302, location: '/vendors?q=1' })
    expect(answer.cookies[0]).toContain(name)
    expect(await call(action, { form: { ...form, returnTo: '//evil.example' } })).toMatchObject({ location: '/' })
  }
})

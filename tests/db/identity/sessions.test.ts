import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { changePassword } from '#app/domain/identity/change-password.server.ts'
import { listSessions } from '#app/domain/identity/queries.server.ts'
import { revokeOtherSessions } from '#app/domain/identity/revoke-other-sessions.server.ts'
import { revokeSession } from '#app/domain/identity/revoke-session.server.ts'
import { signIn } from '#app/domain/identity/sign-in.server.ts'
import { signOut } from '#app/domain/identity/sign-out.server.ts'
import { switchOrganisation } from '#app/domain/identity/switch-organisation.server.ts'
import { updateAccount } from '#app/domain/identity/update-account.server.ts'
import { newId, newSecret, orgToken, readOrgToken } from '#app/platform/ids.server.ts'
import { memberships } from '#db/schema/index.ts'
import { actionsOf, aSession, DEVICE, PASSWORD, sessionOf, sessionsOf, WORLD } from '#tests/support/person.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const NEXT = 'a heron on the quiet pier'
const missing = { code: 'not-found', key: 'errors.not_found' }

async function belongsToo(org: TestOrganisation, person: Member) {
  await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, ({ db }) => db.insert(memberships).values({ orgId: org.orgId, userId: person.userId, roles: ['auditor'], createdAt: NOW }))
}

const as = <T>(org: TestOrganisation, member: Member, work: (ctx: Context<Member>) => Promise<T>) => org.run(member, (ctx) => work(ctx as Context<Member>))

test('signing out ends the session, says so once, and a cookie of nothing ends nothing', async () => {
  const org = await anOrganisation('legal')
  const { cookie } = await aSession(org.as('legal'))
  await signOut(WORLD, cookie)
  await signOut(WORLD, cookie)
  await signOut(WORLD, 'no cookie at all')
  await signOut(WORLD, orgToken(org.orgId, newSecret()))
  expect(await sessionOf(cookie)).toBeUndefined()
  expect(await actionsOf(org)).toEqual(['session.sign_in', 'session.sign_out'])
})

test('a person sees their own sessions, ends one by one, and nobody else can', async () => {
  const org = await anOrganisation('legal', 'procurement')
  const mine = await aSession(org.as('legal'))
  await aSession(org.as('legal'))
  const theirs = await aSession(org.as('procurement'))
  expect(await as(org, org.as('legal'), listSessions)).toHaveLength(2)
  await as(org, org.as('legal'), (ctx) => revokeSession(ctx, mine.session.id))
  expect(await sessionOf(mine.cookie)).toBeUndefined()
  for (const id of [theirs.session.id, mine.session.id, newId(), 'not an id'])
    await expect(as(org, org.as('legal'), (ctx) => revokeSession(ctx, id))).rejects.toMatchObject(missing)
  expect(await sessionOf(theirs.cookie)).toBeTruthy()
  expect(await actionsOf(org)).toContain('session.revoke')
})

test("another organisation's session is not found", async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('legal')]
  const { session } = await aSession(one.as('legal'))
  await expect(as(two, two.as('legal'), (ctx) => revokeSession(ctx, session.id))).rejects.toMatchObject(missing)
})

test('all other sessions end at once; this one stays', async () => {
  const org = await anOrganisation('legal')
  await aSession(org.as('legal'))
  await aSession(org.as('legal'))
  const here = await aSession(org.as('legal'))
  expect(await as(org, org.as('legal'), (ctx) => revokeOtherSessions(ctx, { sessionId: here.session.id }))).toBe(2)
  expect((await sessionsOf(org.as('legal'))).map(({ id }) => id)).toEqual([here.session.id])
})

test('a new password ends every other session and gives this one a new secret', async () => {
  const org = await anOrganisation('legal')
  const other = await aSession(org.as('legal'))
  const here = await aSession(org.as('legal'))
  const cookie = await as(org, org.as('legal'), (ctx) => changePassword(ctx, { current: PASSWORD, next: NEXT, sessionId: here.session.id }))
  expect(await sessionOf(other.cookie)).toBeUndefined()
  expect(await sessionOf(here.cookie)).toBeUndefined()
  expect(await sessionOf(cookie!)).toMatchObject({ id: here.session.id })
  expect(await signIn(WORLD, { email: here.email, password: NEXT, device: DEVICE })).toBeTruthy()
  await expect(signIn(WORLD, { email: here.email, password: PASSWORD, device: DEVICE })).rejects.toMatchObject({ code: 'invalid' })
  expect(JSON.stringify(await actionsOf(org))).toContain('account.change_password')
})

test('the current password is asked for, counted, and a weak new one is refused at its field', async () => {
  const org = await anOrganisation('legal')
  const { session, cookie } = await aSession(org.as('legal'))
  const change = (current: string, next: string) => as(org, org.as('legal'), (ctx) => changePassword(ctx, { current, next, sessionId: session.id }))
  await expect(change(PASSWORD, 'Password1234')).rejects.toMatchObject({ fields: [{ field: 'newPassword', key: 'identity.password.too_common' }] })
  for (let n = 0; n < 10; n++) expect(await change('wrong wrong wrong', NEXT)).toBeUndefined()
  await expect(change(PASSWORD, NEXT)).rejects.toMatchObject({ code: 'too-many' })
  expect(await sessionOf(cookie)).toBeTruthy()
})

test('switching takes the session along under a new secret; the former cookie is worth nothing', async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('admin')]
  await belongsToo(two, one.as('legal'))
  const { cookie, session } = await aSession(one.as('legal'))
  const switched = await switchOrganisation(WORLD, { cookie, orgId: two.orgId })
  expect(readOrgToken(switched)?.orgId).toBe(two.orgId)
  expect(await sessionOf(switched)).toMatchObject({ id: session.id, activeOrgId: two.orgId })
  expect(await sessionOf(cookie)).toBeUndefined()
  expect(await actionsOf(two)).toEqual(['session.switch'])
})

test('an organisation that the person does not belong to is not found, like one that never was', async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('admin')]
  const { cookie } = await aSession(one.as('legal'))
  for (const orgId of [two.orgId, newId(), 'not an id']) await expect(switchOrganisation(WORLD, { cookie, orgId })).rejects.toMatchObject(missing)
  await expect(switchOrganisation(WORLD, { cookie: orgToken(one.orgId, newSecret()), orgId: one.orgId })).rejects.toMatchObject(missing)
  expect(await sessionOf(cookie)).toBeTruthy()
})

test('a person changes their own name and language', async () => {
  const org = await anOrganisation('auditor')
  expect(await as(org, org.as('auditor'), (ctx) => updateAccount(ctx, { name: '宋玉𠮷', language: 'en' }))).toMatchObject({ name: '宋玉𠮷', language: 'en' })
  expect(await actionsOf(org)).toEqual(['account.update'])
})

test('a vendor contact has no account to change', async () => {
  const org = await anOrganisation('legal')
  const contact = { kind: 'contact', orgId: org.orgId, contactId: newId(), vendorId: newId(), name: 'Huang' } as const
  const attempts: ((ctx: Context) => Promise<unknown>)[] = [
    (ctx: Context) => updateAccount(ctx as Context<Member>, { name: 'x', language: 'en' }),
    (ctx: Context) => revokeSession(ctx as Context<Member>, newId()),
    (ctx: Context) => revokeOtherSessions(ctx as Context<Member>, { sessionId: newId() }),
    (ctx: Context) => changePassword(ctx as Context<Member>, { current: PASSWORD, next: NEXT, sessionId: newId() }),
  ]
  for (const attempt of attempts) await expect(org.run(contact, attempt)).rejects.toMatchObject({ code: 'forbidden' })
})

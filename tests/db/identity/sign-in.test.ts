import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signIn } from '#app/domain/identity/sign-in.server.ts'
import { newId, readOrgToken } from '#app/platform/ids.server.ts'
import { memberships, users } from '#db/schema/index.ts'
import { account, actionsOf, aSession, DEVICE, givePassword, PASSWORD, sessionOf, WORLD } from '#tests/support/person.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const refused = { code: 'invalid', key: 'identity.sign_in.refused' }
const later = (minutes: number) => ({ now: new Date(NOW.getTime() + minutes * 60_000) })

test('signs in where the person belongs; only the hash of the cookie is kept, and the trail says so', async () => {
  const org = await anOrganisation('compliance')
  const email = await givePassword(org.as('compliance'))
  const cookie = await signIn(WORLD, { email, password: PASSWORD, device: DEVICE })
  expect(readOrgToken(cookie)?.orgId).toBe(org.orgId)
  const session = await sessionOf(cookie)
  expect(session).toMatchObject({ userId: org.as('compliance').userId, activeOrgId: org.orgId, ip: DEVICE.ip })
  expect(JSON.stringify(session)).not.toContain(readOrgToken(cookie)!.secret)
  expect(await actionsOf(org)).toEqual(['session.sign_in'])
})

test('a wrong password, an unknown address and a closed account are refused in the same words', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  await expect(signIn(WORLD, { email, password: 'wrong wrong wrong', device: DEVICE })).rejects.toMatchObject(refused)
  await expect(signIn(WORLD, { email: `${newId()}@test.example`, password: PASSWORD, device: DEVICE })).rejects.toMatchObject(refused)
  await account(({ db }) => db.update(users).set({ isActive: false }).where(eq(users.email, email)))
  await expect(signIn(WORLD, { email, password: PASSWORD, device: DEVICE })).rejects.toMatchObject(refused)
})

test('a person without a password cannot sign in with any', async () => {
  const org = await anOrganisation('legal')
  const [user] = await account(({ db }) => db.select().from(users).where(eq(users.id, org.as('legal').userId)))
  await expect(signIn(WORLD, { email: user!.email, password: '', device: DEVICE })).rejects.toMatchObject(refused)
})

test('an unknown address takes as long as a wrong password', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 31; round++) {
    for (const kind of ['known', 'unknown'] as const) {
      const began = performance.now()
      const attempt = { email: kind === 'known' ? email : `${newId()}@test.example`, password: 'wrong wrong wrong', device: { ip: `198.51.100.${round}` } }
      await signIn(later(16 * round), attempt).catch(() => {})
      if (round > 0) took[kind].push(performance.now() - began)
    }
  }
  // The quickest tries: what else the machine does only makes others slower. Without the dummy hash a stranger's take a tenth.
  const quick = (times: number[]) => times.sort((a, b) => a - b)[2]!
  const share = quick(took.unknown) / quick(took.known)
  expect(share).toBeGreaterThan(0.7)
  expect(share).toBeLessThan(1.4)
})

test('after ten tries in a quarter of an hour even the right password waits, for this address and place only', async () => {
  const org = await anOrganisation('legal', 'procurement')
  const email = await givePassword(org.as('legal'))
  const other = await givePassword(org.as('procurement'))
  const tries = Array.from({ length: 10 }, () => signIn(WORLD, { email, password: 'wrong wrong wrong', device: { ip: '203.0.113.9' } }).catch((error: unknown) => error))
  for (const each of await Promise.all(tries)) expect(each).toMatchObject(refused)
  await expect(signIn(WORLD, { email, password: PASSWORD, device: { ip: '203.0.113.9' } })).rejects.toMatchObject({ code: 'too-many', data: { count: 15 } })
  expect(await signIn(WORLD, { email, password: PASSWORD, device: { ip: '203.0.113.10' } })).toBeTruthy()
  expect(await signIn(WORLD, { email: other, password: PASSWORD, device: { ip: '203.0.113.9' } })).toBeTruthy()
  expect(await signIn(later(16), { email, password: PASSWORD, device: { ip: '203.0.113.9' } })).toBeTruthy()
})

test('one address of the network gets a hundred tries, whoever it asks for', async () => {
  const device = { ip: '203.0.113.77' }
  const results = await Promise.all(
    Array.from({ length: 103 }, (_, n) => signIn(WORLD, { email: `nobody${n}@test.example`, password: 'x', device }).catch((error: { code: string }) => error.code)),
  )
  expect(results.filter((code) => code === 'too-many')).toHaveLength(3)
}, 60_000)

test('the right password forgets the wrong tries before it', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  const device = { ip: '203.0.113.20' }
  const wrong = () => signIn(WORLD, { email, password: 'wrong wrong wrong', device }).catch((error: { code: string }) => error.code)
  for (let n = 0; n < 9; n++) await wrong()
  await signIn(WORLD, { email, password: PASSWORD, device })
  for (let n = 0; n < 9; n++) expect(await wrong()).toBe('invalid')
})

test('a person without any organisation is told so, once the password is right', async () => {
  const org = await anOrganisation('legal')
  const email = await givePassword(org.as('legal'))
  await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, ({ db }) => db.update(memberships).set({ removedAt: NOW }))
  await expect(signIn(WORLD, { email, password: PASSWORD, device: DEVICE })).rejects.toMatchObject({ code: 'forbidden', key: 'identity.sign_in.no_organisation' })
  await expect(signIn(WORLD, { email, password: 'wrong wrong wrong', device: DEVICE })).rejects.toMatchObject(refused)
})

test('signing in again ends the session that the browser came with, and the next sign-in returns to the last organisation', async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('legal')]
  const person = one.as('legal')
  await two.run({ kind: 'system', orgId: two.orgId, job: 'test' }, ({ db }) => db.insert(memberships).values({ orgId: two.orgId, userId: person.userId, roles: ['auditor'], createdAt: later(1).now }))
  const first = await aSession(person)
  expect(readOrgToken(first.cookie)?.orgId).toBe(one.orgId)
  const second = await signIn(later(1), { email: first.email, password: PASSWORD, device: DEVICE, replaces: first.cookie })
  expect(await sessionOf(first.cookie)).toBeUndefined()
  expect(await sessionOf(second)).toBeTruthy()
})

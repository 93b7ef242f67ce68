import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { listPersonas, signInAs, signInAsContact } from '#app/domain/identity/sign-in-as.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { organisations, portalSessions } from '#db/schema/index.ts'
import { account, DEVICE, sessionOf, WORLD } from '#tests/support/person.ts'
import { aContact, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const production = env()
const demo = () => setEnv({ ...production, CUSTODIA_MODE: 'demo' })
afterEach(() => setEnv(production))

async function aDemo(...roles: Parameters<typeof anOrganisation>) {
  const org = await anOrganisation(...roles)
  await account(({ db }) => db.update(organisations).set({ isDemo: true }).where(eq(organisations.id, org.orgId)))
  return org
}

const missing = { code: 'not-found', key: 'errors.not_found' }

test('one click enters the demo organisation as one of its people', async () => {
  const org = await aDemo('compliance', 'procurement')
  demo()
  const groups = await listPersonas(WORLD)
  const people = groups.find(({ orgId }) => orgId === org.orgId)!.people
  expect(people.map(({ roles }) => roles)).toEqual([['compliance'], ['procurement']])
  const cookie = await signInAs(WORLD, { orgId: org.orgId, userId: people[0]!.userId, device: DEVICE })
  expect(await sessionOf(cookie)).toMatchObject({ userId: org.as('compliance').userId })
})

test('people of real organisations are never offered and never entered', async () => {
  const [real, trial] = [await anOrganisation('legal'), await aDemo('legal')]
  demo()
  expect((await listPersonas(WORLD)).map(({ orgId }) => orgId)).not.toContain(real.orgId)
  const tries = [
    { orgId: real.orgId, userId: real.as('legal').userId },
    { orgId: trial.orgId, userId: real.as('legal').userId },
    { orgId: trial.orgId, userId: newId() },
    { orgId: 'nonsense', userId: 'nonsense' },
  ]
  for (const each of tries) await expect(signInAs(WORLD, { ...each, device: DEVICE })).rejects.toMatchObject(missing)
})

test('in production mode there are no personas, not even of a demo organisation', async () => {
  const org = await aDemo('legal')
  expect(await listPersonas(WORLD)).toEqual([])
  await expect(signInAs(WORLD, { orgId: org.orgId, userId: org.as('legal').userId, device: DEVICE })).rejects.toMatchObject(missing)
})

test("the portal is entered as the person of a demo vendor, and of no other", async () => {
  const [trial, real] = [await aDemo('legal'), await anOrganisation('legal')]
  const contactOf = (org: typeof trial) => org.run(org.as('legal'), async (ctx) => aContact(ctx, (await aVendor(ctx)).id))
  const [contact, foreign] = [await contactOf(trial), await contactOf(real)]
  const enter = (orgId: string, contactId: string) => signInAsContact(WORLD, { orgId, contactId, device: DEVICE })
  await expect(enter(trial.orgId, contact.id)).rejects.toMatchObject(missing)
  demo()
  expect(await trial.run(trial.as('legal'), ({ db }) => db.select().from(portalSessions))).toEqual([])
  await enter(trial.orgId, contact.id)
  expect(await trial.run(trial.as('legal'), ({ db }) => db.select().from(portalSessions))).toMatchObject([{ contactId: contact.id, isPreview: false }])
  for (const [orgId, id] of [[real.orgId, foreign.id], [trial.orgId, foreign.id], [trial.orgId, newId()], ['x', 'y']] as const) await expect(enter(orgId, id)).rejects.toMatchObject(missing)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openContext, type Context } from '#app/domain/context.server.ts'
import type { Role, System } from '#app/domain/identity/actor.ts'
import { listMemberships } from '#app/domain/identity/queries.server.ts'
import { addMember } from '#app/domain/organisations/add-member.server.ts'
import { getMember, listMembers } from '#app/domain/organisations/queries.server.ts'
import { removeMember } from '#app/domain/organisations/remove-member.server.ts'
import { updateMember } from '#app/domain/organisations/update-member.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { account, actionsOf, aSession, givePassword, sessionOf } from '#tests/support/person.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const missing = { code: 'not-found', key: 'errors.not_found' }
const lastAdmin = { code: 'conflict', key: 'organisations.members.last_admin' }

const update = (org: TestOrganisation, userId: string, roles: Role[], revision = 1, by = org.as('admin')) => org.run(by, (ctx) => updateMember(ctx, { userId, roles, revision }))
const remove = (org: TestOrganisation, userId: string, by = org.as('admin')) => org.run(by, (ctx) => removeMember(ctx, userId))
const add = (org: TestOrganisation, roles: Role[], email = `new.${newId()}@test.example`) =>
  org.run({ kind: 'system', orgId: org.orgId, job: 'user create' }, (ctx) => addMember(ctx as Context<System>, { name: 'New', email, roles, language: 'en' }))

test('an administrator changes roles; of two who saved the same page the second is told', async () => {
  const org = await anOrganisation('admin', 'legal')
  const { userId } = org.as('legal')
  await update(org, userId, ['compliance', 'legal'])
  expect(await org.run(org.as('admin'), (ctx) => getMember(ctx, userId))).toMatchObject({ roles: ['compliance', 'legal'], revision: 2 })
  await expect(update(org, userId, ['legal'])).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
})

test('the last administrator keeps the role and stays, whoever asks', async () => {
  const org = await anOrganisation('admin', 'legal')
  const admin = org.as('admin')
  await expect(update(org, admin.userId, ['legal'])).rejects.toMatchObject(lastAdmin)
  await expect(remove(org, admin.userId)).rejects.toMatchObject(lastAdmin)
  await update(org, admin.userId, ['admin', 'legal'])
})

test('two administrators cannot remove each other at once', async () => {
  const org = await anOrganisation('admin')
  const [first, second] = [org.as('admin'), await add(org, ['admin'])]
  const open = await openContext(first, { now: NOW })
  await removeMember(open.ctx, second.userId)
  const other = remove(org, first.userId, second)
  await Promise.race([other.catch(() => {}), sleep(300)])
  await open.commit()
  await expect(other).rejects.toMatchObject(lastAdmin)
  expect(await org.run(first, listMembers)).toHaveLength(1)
})

test("removal ends the person's sessions here, keeps the account and its other organisations", async () => {
  const [one, two] = [await anOrganisation('admin', 'legal'), await anOrganisation('admin')]
  const person = one.as('legal')
  const { cookie } = await aSession(person)
  const email = await givePassword(person)
  await add(two, ['auditor'], email)
  await remove(one, person.userId)
  expect(await sessionOf(cookie)).toBeUndefined()
  expect((await account((ctx) => listMemberships(ctx, person.userId))).map(({ orgId }) => orgId)).toEqual([two.orgId])
  expect(await actionsOf(one)).toEqual(['session.sign_in', 'member.remove'])
  await expect(remove(one, person.userId)).rejects.toMatchObject(missing)
})

test('the operator adds a person, once; who left can be added again', async () => {
  const org = await anOrganisation('admin')
  const email = `wu.${newId()}@test.example`
  const { userId } = await add(org, ['legal'], email)
  await expect(add(org, ['legal'], email)).rejects.toMatchObject({ code: 'conflict', key: 'identity.invite.already_member' })
  await remove(org, userId)
  expect(await add(org, ['security'], email)).toMatchObject({ userId, roles: ['security'] })
})

test('only administrators change and remove people', async () => {
  const org = await anOrganisation('admin', 'compliance_head', 'legal')
  await expect(update(org, org.as('legal').userId, ['admin'], 1, org.as('compliance_head'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(remove(org, org.as('legal').userId, org.as('compliance_head'))).rejects.toMatchObject({ code: 'forbidden' })
})

test("another organisation's person is not found", async () => {
  const [one, two] = [await anOrganisation('admin', 'legal'), await anOrganisation('admin')]
  for (const userId of [one.as('legal').userId, newId(), 'not an id']) {
    await expect(update(two, userId, ['legal'])).rejects.toMatchObject(missing)
    await expect(remove(two, userId)).rejects.toMatchObject(missing)
  }
})

test("a person's memberships are seen for that person only", async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('legal')]
  await one.run(one.as('legal'), async (ctx) => {
    expect((await listMemberships(ctx, one.as('legal').userId)).map(({ orgId }) => orgId)).toEqual([one.orgId])
    expect(await listMembers(ctx)).toHaveLength(1)
  })
  expect(await account((ctx) => listMemberships(ctx, two.as('legal').userId))).toHaveLength(1)
})

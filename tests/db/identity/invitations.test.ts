import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { acceptInvitation, openInvitation } from '#app/domain/identity/accept-invitation.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { inviteMember } from '#app/domain/identity/invite-member.server.ts'
import { INVITATION_DAYS } from '#app/domain/identity/invitation.ts'
import { invitationLink } from '#app/domain/identity/invitation-link.server.ts'
import { listInvitations, type Invitation } from '#app/domain/identity/queries.server.ts'
import { resendInvitation } from '#app/domain/identity/resend-invitation.server.ts'
import { revokeInvitation } from '#app/domain/identity/revoke-invitation.server.ts'
import { removeMember } from '#app/domain/organisations/remove-member.server.ts'
import { getMember, listMembers } from '#app/domain/organisations/queries.server.ts'
import { newId, newSecret, orgToken } from '#app/platform/ids.server.ts'
import { deliveries, invitations, users } from '#db/schema/index.ts'
import { account, actionsOf, DEVICE, givePassword, PASSWORD, sessionOf, WORLD } from '#tests/support/person.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const tokenOf = (invitation: Invitation) => invitationLink(invitation).split('/join/')[1]!
const days = (count: number) => ({ now: new Date(NOW.getTime() + count * 86_400_000) })
const someone = () => `wang.${newId().slice(-8)}@haiwan.example`

function invite(org: TestOrganisation, values: Partial<Parameters<typeof inviteMember>[1]> = {}) {
  const input = { name: 'Wang Lei', email: someone(), roles: ['security'] as const, language: 'zh-CN' as const, ...values }
  return org.run(org.as('admin'), (ctx) => inviteMember(ctx as Context<Member>, { ...input, roles: [...input.roles] }))
}
const accept = (invitation: Invitation, values: { name?: string; password?: string } = {}, world = WORLD) =>
  acceptInvitation(world, { token: tokenOf(invitation), password: PASSWORD, device: DEVICE, ...values })
const inviteAs = (org: TestOrganisation, member: Member) =>
  org.run(member, (ctx) => inviteMember(ctx as Context<Member>, { name: 'Wang', email: someone(), roles: ['legal'], language: 'en' }))

test('a new person joins by link with a password of their own, and is signed in with the roles invited to', async () => {
  const org = await anOrganisation('admin')
  const invitation = await invite(org)
  const cookie = await accept(invitation, { name: '王磊' })
  const session = await sessionOf(cookie)
  const member = await org.run(org.as('admin'), (ctx) => getMember(ctx, session!.userId))
  expect(member).toMatchObject({ name: '王磊', email: invitation.email, roles: ['security'], language: 'zh-CN' })
  expect(await actionsOf(org)).toEqual(['invitation.create', 'invitation.accept', 'session.sign_in'])
  expect(await org.run(org.as('admin'), listInvitations)).toEqual([])
})

test('the mail carries the very link that can be copied, and the database only its hash', async () => {
  const org = await anOrganisation('admin')
  const invitation = await invite(org)
  const [mail] = await org.run(org.as('admin'), ({ db }) => db.select().from(deliveries))
  expect(mail).toMatchObject({ template: 'invitation', email: invitation.email, language: 'zh-CN', link: invitationLink(invitation) })
  expect(mail!.text).toContain(invitationLink(invitation))
  expect(JSON.stringify(await org.run(org.as('admin'), ({ db }) => db.select().from(invitations)))).not.toContain(tokenOf(invitation))
})

test('looking at the link changes nothing', async () => {
  const org = await anOrganisation('admin')
  const invitation = await invite(org)
  for (let n = 0; n < 3; n++) expect(await openInvitation(WORLD, tokenOf(invitation))).toMatchObject({ state: 'open', invitedBy: 'admin' })
  expect(await accept(invitation)).toBeTruthy()
})

test('who has an account accepts with its password, and keeps name and password', async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('admin')]
  const email = await givePassword(one.as('legal'))
  const invitation = await invite(two, { email, name: 'Somebody Else' })
  await expect(accept(invitation, { password: 'wrong wrong wrong' })).rejects.toMatchObject({ fields: [{ field: 'password', key: 'identity.password.wrong' }] })
  const cookie = await accept(invitation)
  expect(await sessionOf(cookie)).toMatchObject({ userId: one.as('legal').userId, activeOrgId: two.orgId })
  expect(await two.run(two.as('admin'), (ctx) => getMember(ctx, one.as('legal').userId))).toMatchObject({ name: 'legal' })
})

test('a link cannot set the password of an account that has none yet', async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('admin')]
  const [user] = await account(({ db }) => db.select().from(users).where(eq(users.id, one.as('legal').userId)))
  await expect(accept(await invite(two, { email: user!.email }))).rejects.toMatchObject({ code: 'conflict', key: 'identity.join.password_first' })
})

test('of two accepts at once one joins', async () => {
  const org = await anOrganisation('admin')
  const invitation = await invite(org)
  const results = await Promise.allSettled([accept(invitation), accept(invitation)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await org.run(org.as('admin'), listMembers)).toHaveLength(2)
  expect((await actionsOf(org)).filter((action) => action === 'invitation.accept')).toHaveLength(1)
})

test('of several accepts at once by a person who has an account one joins', async () => {
  const [one, two] = [await anOrganisation('legal'), await anOrganisation('admin')]
  const invitation = await invite(two, { email: await givePassword(one.as('legal')) })
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => accept(invitation)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await actionsOf(two)).filter((action) => action === 'invitation.accept')).toHaveLength(1)
})

test('a weak password is refused at its field and spends nothing', async () => {
  const org = await anOrganisation('admin')
  const invitation = await invite(org)
  await expect(accept(invitation, { password: 'WangLei-2026' })).rejects.toMatchObject({ fields: [{ field: 'password', key: 'identity.password.own_name' }] })
  expect(await accept(invitation)).toBeTruthy()
})

test('used, revoked, expired and malformed links each say what they are', async () => {
  const org = await anOrganisation('admin')
  const [used, revoked, expired] = [await invite(org), await invite(org), await invite(org)]
  await accept(used)
  await org.run(org.as('admin'), (ctx) => revokeInvitation(ctx, revoked.id))
  await expect(accept(used)).rejects.toMatchObject({ code: 'gone', key: 'identity.invitation.is_accepted' })
  await expect(accept(revoked)).rejects.toMatchObject({ code: 'gone', key: 'identity.invitation.is_revoked' })
  await expect(accept(expired, {}, days(INVITATION_DAYS))).rejects.toMatchObject({ code: 'gone', key: 'identity.invitation.is_expired' })
  for (const token of ['', 'nonsense', orgToken(org.orgId, newSecret()), orgToken(newId(), newSecret())]) {
    expect(await openInvitation(WORLD, token)).toBeUndefined()
    await expect(acceptInvitation(WORLD, { token, password: PASSWORD, device: DEVICE })).rejects.toMatchObject({ code: 'not-found', key: 'identity.invitation.is_unknown' })
  }
})

test("an organisation's token opens nothing in another", async () => {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  const secret = tokenOf(await invite(one)).split('.')[1]!
  expect(await openInvitation(WORLD, orgToken(two.orgId, secret))).toBeUndefined()
})

test('resending makes a new link for another 14 days, also after the last day, and ends the former', async () => {
  const org = await anOrganisation('admin')
  const before = await invite(org)
  const after = await org.run(org.as('admin'), (ctx) => resendInvitation(ctx as Context<Member>, before.id), days(INVITATION_DAYS + 1).now)
  expect(await openInvitation(days(INVITATION_DAYS + 1), tokenOf(before))).toBeUndefined()
  expect(await accept(after, {}, days(INVITATION_DAYS * 2))).toBeTruthy()
  await expect(org.run(org.as('admin'), (ctx) => resendInvitation(ctx as Context<Member>, before.id))).rejects.toMatchObject({ code: 'conflict', key: 'identity.invitation.is_accepted' })
})

test('a member or an open invitation is not invited again', async () => {
  const org = await anOrganisation('admin', 'legal')
  const email = await givePassword(org.as('legal'))
  await expect(invite(org, { email })).rejects.toMatchObject({ fields: [{ field: 'email', key: 'identity.invite.already_member' }] })
  const first = await invite(org)
  await expect(invite(org, { email: first.email })).rejects.toMatchObject({ fields: [{ field: 'email', key: 'identity.invite.already_invited' }] })
})

test('whoever left comes back with the roles of the new invitation; a member only gains', async () => {
  const org = await anOrganisation('admin', 'legal')
  const [email, { userId }] = [await givePassword(org.as('legal')), org.as('legal')]
  await org.run(org.as('admin'), (ctx) => removeMember(ctx, userId))
  const invitation = await invite(org, { email, roles: ['security'] })
  await accept(invitation)
  expect(await org.run(org.as('admin'), (ctx) => getMember(ctx, userId))).toMatchObject({ roles: ['security'] })
})

test('an invitation is revoked once, and an accepted one not at all', async () => {
  const org = await anOrganisation('admin')
  const [open, used] = [await invite(org), await invite(org)]
  await accept(used)
  const revoke = (id: string) => org.run(org.as('admin'), (ctx) => revokeInvitation(ctx, id))
  await revoke(open.id)
  await expect(revoke(open.id)).rejects.toMatchObject({ code: 'conflict', key: 'identity.invitation.is_revoked' })
  await expect(revoke(used.id)).rejects.toMatchObject({ code: 'conflict', key: 'identity.invitation.is_accepted' })
})

test('only administrators invite, resend and revoke', async () => {
  const org = await anOrganisation('admin', 'compliance_head')
  const { id } = await invite(org)
  const head = org.as('compliance_head')
  await expect(inviteAs(org, head)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(head, (ctx) => resendInvitation(ctx as Context<Member>, id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(head, (ctx) => revokeInvitation(ctx, id))).rejects.toMatchObject({ code: 'forbidden' })
})

test("another organisation's invitation is not found", async () => {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  const { id } = await invite(one)
  for (const each of [id, newId(), 'not an id']) {
    await expect(two.run(two.as('admin'), (ctx) => revokeInvitation(ctx, each))).rejects.toMatchObject({ code: 'not-found', key: 'errors.not_found' })
    await expect(two.run(two.as('admin'), (ctx) => resendInvitation(ctx as Context<Member>, each))).rejects.toMatchObject({ code: 'not-found', key: 'errors.not_found' })
  }
})

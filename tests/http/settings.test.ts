import { expect, test } from 'vitest'
import type { Role } from '#app/domain/identity/actor.ts'
import { getMember, getOrganisation, listCalendarDays, listMembers } from '#app/domain/organisations/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import * as frame from '#app/routes/_app.tsx'
import * as account from '#app/routes/_app.settings.account._index.tsx'
import * as password from '#app/routes/_app.settings.account.password.tsx'
import * as calendar from '#app/routes/_app.settings.calendar._index.tsx'
import * as addDay from '#app/routes/_app.settings.calendar.add.tsx'
import * as loadTable from '#app/routes/_app.settings.calendar.load.ts'
import * as removeDay from '#app/routes/_app.settings.calendar.remove.ts'
import * as organisation from '#app/routes/_app.settings.organisation._index.tsx'
import * as removeDemo from '#app/routes/_app.settings.organisation.remove-demo.tsx'
import * as person from '#app/routes/_app.settings.people.$userId._index.tsx'
import * as removePerson from '#app/routes/_app.settings.people.$userId.remove.ts'
import * as people from '#app/routes/_app.settings.people._index.tsx'
import * as resend from '#app/routes/_app.settings.people.invitations.$invitationId.resend.tsx'
import * as revoke from '#app/routes/_app.settings.people.invitations.$invitationId.revoke.ts'
import * as invite from '#app/routes/_app.settings.people.invite.tsx'
import * as endSession from '#app/routes/_app.settings.sessions.$sessionId.revoke.ts'
import * as sessions from '#app/routes/_app.settings.sessions._index.tsx'
import * as endOthers from '#app/routes/_app.settings.sessions.revoke-others.ts'
import * as trail from '#app/routes/_app.trail._index.tsx'
import * as verify from '#app/routes/_app.trail.verify.tsx'
import { aSession, PASSWORD, sessionOf } from '#tests/support/person.ts'
import { organisationForm } from '#tests/support/organisation-form.ts'
import { call, cookieOf } from '#tests/support/request.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

async function signedIn(role: Role, ...others: Role[]) {
  const org = await anOrganisation(role, ...others)
  return { org, ...(await aSession(org.as(role))) }
}
const invitation = () => ({ name: 'Wu Han', email: `wu.${newId()}@test.example`, roles: ['legal', 'security'], language: 'zh-CN' })

test('the frame tells who, where, what waits and which flags the law hangs', async () => {
  const { org, cookie } = await signedIn('admin')
  const { data } = await call(frame.loader, { cookie })
  expect(data).toMatchObject({
    person: { name: 'admin', roles: ['admin'] },
    isDemo: false,
    organisations: [],
    laws: [{ flag: 'MUST_TERMINATE', count: 0 }, { flag: 'AUDIT_OVERDUE', count: 0 }],
    opens: { mailbox: true, trail: true },
    time: 'Tue 24 Nov 2026, 10:00 GMT+8',
  })
  expect((data as { organisation: string }).organisation).toContain(org.orgId.slice(-6))
})

test('inviting answers with the link itself; sending again gives another; revoking ends it', async () => {
  const { cookie } = await signedIn('admin')
  const { data } = await call(invite.action, { cookie, form: invitation() })
  const { link } = data as { link: string }
  expect(link).toMatch(/\/join\/[\w-]{22}\.[\w-]{43}$/)
  const listed = (await call(people.loader, { cookie })).data as { invitations: { id: string; roles: string[] }[] }
  expect(listed.invitations).toMatchObject([{ roles: ['legal', 'security'] }])
  expect(JSON.stringify(listed)).not.toContain(link)
  const params = { invitationId: listed.invitations[0]!.id }
  const again = await call(resend.action, { cookie, params, form: {}, now: new Date(NOW.getTime() + 1000) })
  expect((again.data as { link: string }).link).not.toBe(link)
  expect(await call(revoke.action, { cookie, params, form: {} })).toMatchObject({ status: 302, location: '/settings/people' })
  expect((await call(people.loader, { cookie })).data).toMatchObject({ invitations: [] })
})

test('the same invitation form sent twice invites once', async () => {
  const { org, cookie } = await signedIn('admin')
  const form = { ...invitation(), _once: newId() }
  const answers = await Promise.all([call(invite.action, { cookie, form }), call(invite.action, { cookie, form })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await org.run(org.as('admin'), listMembers)).toHaveLength(1)
})

test('an invitation without a role is refused at the field, and nothing typed is lost', async () => {
  const { cookie } = await signedIn('admin')
  const answer = await call(invite.action, { cookie, form: { ...invitation(), roles: [] } })
  expect(answer).toMatchObject({ status: 400, data: { problem: { fields: [{ field: 'roles', key: 'form.required' }] }, values: { name: 'Wu Han', language: 'zh-CN' } } })
})

test('roles change and people leave; the last administrator is told why not', async () => {
  const { org, cookie } = await signedIn('admin', 'legal')
  const params = { userId: org.as('legal').userId }
  expect(await call(person.action, { cookie, params, form: { roles: ['compliance'], revision: '1' } })).toMatchObject({ status: 302, location: '/settings/people' })
  expect(await org.run(org.as('admin'), (ctx) => getMember(ctx, params.userId))).toMatchObject({ roles: ['compliance'] })
  const own = { userId: org.as('admin').userId }
  expect(await call(person.action, { cookie, params: own, form: { roles: ['legal'], revision: '1' } })).toMatchObject({ status: 409, data: { problem: { key: 'organisations.members.last_admin' } } })
  const refused = await call(removePerson.action, { cookie, params: own, form: {}, referer: `/settings/people/${own.userId}` })
  expect(refused).toMatchObject({ status: 302, location: `/settings/people/${own.userId}` })
  expect(refused.cookies.join()).toContain('custodia_flash')
  await call(removePerson.action, { cookie, params, form: {} })
  expect(await org.run(org.as('admin'), listMembers)).toHaveLength(1)
})

test('foreign, random and malformed ids cannot be told apart', async () => {
  const { cookie } = await signedIn('admin')
  const other = await signedIn('admin', 'legal')
  const foreign = (await call(invite.action, { cookie: other.cookie, form: invitation() })) && ((await call(people.loader, { cookie: other.cookie })).data as { invitations: { id: string }[] }).invitations[0]!.id
  const cases = [
    [person.loader, 'userId', other.org.as('legal').userId, undefined],
    [person.action, 'userId', other.org.as('legal').userId, { roles: 'legal', revision: '1' }],
    [resend.loader, 'invitationId', foreign, undefined],
    [resend.action, 'invitationId', foreign, {}],
  ] as const
  for (const [handler, param, id, form] of cases) {
    const answers = []
    for (const each of [id, newId(), 'x']) answers.push(await call(handler, { cookie, params: { [param]: each }, form }))
    expect(answers[0]).toMatchObject({ status: 404 })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  }
  for (const [handler, param, id] of [[revoke.action, 'invitationId', foreign], [removePerson.action, 'userId', other.org.as('legal').userId], [endSession.action, 'sessionId', other.session.id]] as const) {
    const answers = [await call(handler, { cookie, params: { [param]: id }, form: {} }), await call(handler, { cookie, params: { [param]: newId() }, form: {} })]
    expect(answers[1]).toEqual(answers[0])
  }
  expect(await sessionOf(other.cookie)).toBeTruthy()
  expect(await other.org.run(other.org.as('admin'), listMembers)).toHaveLength(2)
})

test('who is no administrator reads settings and changes nothing', async () => {
  const { org, cookie } = await signedIn('compliance_head', 'admin')
  expect((await call(organisation.loader, { cookie })).data).toMatchObject({ mayChange: false, mayRemoveDemo: false })
  expect((await call(people.loader, { cookie })).data).toMatchObject({ mayInvite: false, mayChange: false, invitations: [] })
  expect((await call(calendar.loader, { cookie })).data).toMatchObject({ mayChange: false })
  for (const loader of [invite.loader, addDay.loader]) expect(await call(loader, { cookie })).toMatchObject({ status: 403 })
  expect(await call(person.loader, { cookie, params: { userId: org.as('admin').userId } })).toMatchObject({ status: 403 })
  expect(await call(removeDemo.loader, { cookie })).toMatchObject({ status: 404 })
  expect(await call(organisation.action, { cookie, form: { ...organisationForm, revision: '1' } })).toMatchObject({ status: 403 })
  expect(await call(invite.action, { cookie, form: invitation() })).toMatchObject({ status: 403 })
  expect(await call(person.action, { cookie, params: { userId: org.as('admin').userId }, form: { roles: 'legal', revision: '1' } })).toMatchObject({ status: 403 })
})

test('the organisation is saved; a stale page is told and keeps what was typed', async () => {
  const { org, cookie } = await signedIn('admin')
  const save = (values: object) => call(organisation.action, { cookie, form: { ...organisationForm, ...values, revision: '1' } })
  expect(await save({ name: '海湾' })).toMatchObject({ status: 302 })
  expect(await save({ name: '云帆' })).toMatchObject({ status: 409, data: { problem: { key: 'errors.changed_meanwhile' }, values: { name: '云帆' } } })
  expect((await org.run(org.as('admin'), getOrganisation)).name).toBe('海湾')
})

test('calendar days come and go, and a table is taken over', async () => {
  const { org, cookie } = await signedIn('admin')
  const days = () => org.run(org.as('admin'), listCalendarDays)
  await call(loadTable.action, { cookie, form: { year: '2026' } })
  expect(await days()).toHaveLength(39)
  await call(addDay.action, { cookie, form: { day: '2027-02-06', kind: 'holiday' } })
  await call(removeDay.action, { cookie, form: { day: '2026-01-01' } })
  expect((await days()).map(({ day }) => day)).toEqual(expect.not.arrayContaining(['2026-01-01']))
  expect(await call(addDay.action, { cookie, form: { day: '2027-02-30', kind: 'holiday' } })).toMatchObject({ status: 400, data: { problem: { fields: [{ field: 'day', key: 'form.date' }] } } })
  expect((await call(calendar.loader, { cookie })).data).toMatchObject({ years: [{ year: 2027, days: [{ day: '2027-02-06' }] }, { year: 2026 }] })
})

test('a new password keeps this session under a new cookie; a wrong one is refused at its field', async () => {
  const { cookie } = await signedIn('legal')
  const wrong = await call(password.action, { cookie, form: { currentPassword: 'wrong wrong wrong', newPassword: 'a heron on the quiet pier' } })
  expect(wrong).toMatchObject({ status: 400, data: { problem: { fields: [{ field: 'currentPassword', key: 'identity.password.wrong' }] } } })
  const answer = await call(password.action, { cookie, form: { currentPassword: PASSWORD, newPassword: 'a heron on the quiet pier' } })
  expect(answer).toMatchObject({ status: 302, location: '/settings/account' })
  expect(await call(sessions.loader, { cookie })).toMatchObject({ status: 302 })
  expect((await call(sessions.loader, { cookie: await cookieOf(answer) })).data).toMatchObject({ sessions: [{ isHere: true, device: 'Firefox · Linux' }] })
})

test('sessions are listed with this one first, and ended one by one or all others at once', async () => {
  const { org, cookie } = await signedIn('legal')
  const [second, third] = [await aSession(org.as('legal')), await aSession(org.as('legal'))]
  expect((await call(sessions.loader, { cookie })).data).toMatchObject({ sessions: [{ isHere: true }, { isHere: false }, { isHere: false }] })
  await call(endSession.action, { cookie, params: { sessionId: second.session.id }, form: {} })
  expect(await sessionOf(second.cookie)).toBeUndefined()
  await call(endOthers.action, { cookie, form: {} })
  expect(await sessionOf(third.cookie)).toBeUndefined()
  expect(await sessionOf(cookie)).toBeTruthy()
})

test("the account's language becomes the language of its pages", async () => {
  const { cookie } = await signedIn('legal')
  const answer = await call(account.action, { cookie, form: { name: '梁晓', language: 'zh-CN' } })
  expect(answer.cookies.join()).toContain('custodia_locale=')
  expect((await call(account.loader, { cookie })).data).toMatchObject({ name: '梁晓', language: 'zh-CN' })
})

test('the trail is read and verified by who may, whatever the address says', async () => {
  const { cookie } = await signedIn('auditor')
  for (const query of ['', '?before=abc', '?from=2026-02-30&to=x', '?person=x&vendor=y', '?action=%25', `?action=${'x'.repeat(500)}`, '?before=99999999999999999999'])
    expect(await call(trail.loader, { cookie, path: `/trail${query}` })).toMatchObject({ status: 200 })
  expect((await call(trail.loader, { cookie, path: '/trail?action=session.' })).data).toMatchObject({ entries: [{ action: 'session.sign_in', when: '24 Nov 2026, 10:00' }] })
  expect((await call(verify.action, { cookie, form: {} })).data).toEqual({ entries: 1, checkpoints: 0, unknownKeys: 0, breaks: [] })
  const other = await signedIn('procurement')
  expect(await call(trail.loader, { cookie: other.cookie })).toMatchObject({ status: 403 })
  expect(await call(verify.loader, { cookie: other.cookie })).toMatchObject({ status: 403 })
})

import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { withContext } from '#app/domain/context.server.ts'
import { isBusinessDay } from '#app/domain/organisations/business-calendar.ts'
import { createOrganisation } from '#app/domain/organisations/create-organisation.server.ts'
import { RegisterInput } from '#app/domain/organisations/input.ts'
import { getOrganisation, listMembers, loadBusinessCalendar } from '#app/domain/organisations/queries.server.ts'
import { registerOrganisation, registrationIsOpen } from '#app/domain/organisations/register-organisation.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { readOrgToken } from '#app/platform/ids.server.ts'
import { trail, users } from '#db/schema/index.ts'
import { account, DEVICE, givePassword, PASSWORD, sessionOf, WORLD } from '#tests/support/person.ts'
import { organisationInput, signUpForm } from '#tests/support/organisation-form.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const production = env()
afterEach(() => setEnv(production))
const openTo = (value: boolean | undefined, mode: 'demo' | 'production' = 'production') => setEnv({ ...production, ALLOW_REGISTRATION: value, CUSTODIA_MODE: mode })

const register = (values: Record<string, string> = {}) => registerOrganisation(WORLD, { input: RegisterInput.parse(signUpForm(values)), device: DEVICE })
const system = (orgId: string) => ({ kind: 'system', orgId, job: 'test' }) as const

test('on an empty installation the first visitor registers; then it is closed', async () => {
  openTo(undefined)
  expect(await account(registrationIsOpen)).toBe(true)
  const results = await Promise.allSettled([register(), register()])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await account(registrationIsOpen)).toBe(false)
  await expect(register()).rejects.toMatchObject({ code: 'forbidden', key: 'organisations.register.closed' })
})

test('registers the organisation with its responsible unit, its first administrator and the Chinese holidays of 2026', async () => {
  openTo(true)
  const cookie = await register()
  const { orgId } = readOrgToken(cookie)!
  const [organisation, members, calendar, entries] = await withContext(system(orgId), { now: NOW }, async (ctx) => [
    await getOrganisation(ctx),
    await listMembers(ctx),
    await loadBusinessCalendar(ctx),
    await ctx.db.select().from(trail).where(eq(trail.orgId, orgId)),
  ])
  expect(organisation).toMatchObject({ regNo: '91110000600037341L', isDemo: false, unit: { department: '个人信息保护部', lead: '何文博', phone: '+86 10 8888 6666', email: 'privacy@haiwan.example' } })
  expect(members).toMatchObject([{ name: 'Lin Jiayi', roles: ['admin'], language: 'zh-CN' }])
  expect([...calendar.years]).toEqual([2026])
  expect([isBusinessDay('2026-10-05', calendar), isBusinessDay('2026-10-10', calendar), isBusinessDay('2027-10-05', calendar)]).toEqual([false, true, true])
  expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([['organisation.register', 'Lin Jiayi'], ['session.sign_in', 'Lin Jiayi']])
  expect(await sessionOf(cookie)).toMatchObject({ activeOrgId: orgId })
})

test('elsewhere no holidays are loaded and the registration number is free', async () => {
  openTo(true)
  const { orgId } = readOrgToken(await register({ country: 'DE', regNo: '', zone: 'Europe/Berlin', language: 'en' }))!
  const calendar = await withContext(system(orgId), { now: NOW }, loadBusinessCalendar)
  expect(calendar.years.size).toBe(0)
})

test('the same form sent twice registers once', async () => {
  openTo(true)
  const form = signUpForm()
  const send = () => registerOrganisation(WORLD, { input: RegisterInput.parse(form), device: DEVICE })
  const results = await Promise.allSettled([send(), send()])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(send()).rejects.toMatchObject({ code: 'conflict', key: 'errors.already_done' })
})

test("a form that names another organisation's id changes nothing there", async () => {
  openTo(true)
  const org = await anOrganisation('admin')
  await expect(register({ once: org.orgId })).rejects.toMatchObject({ code: 'conflict' })
  expect(await org.run(org.as('admin'), listMembers)).toHaveLength(1)
})

test('who has an account shows its password and administers both', async () => {
  openTo(true)
  const org = await anOrganisation('legal')
  const adminEmail = await givePassword(org.as('legal'))
  await expect(register({ adminEmail, password: 'wrong wrong wrong' })).rejects.toMatchObject({ fields: [{ field: 'password', key: 'organisations.register.known' }] })
  const cookie = await register({ adminEmail, password: PASSWORD })
  expect(await sessionOf(cookie)).toMatchObject({ userId: org.as('legal').userId })
})

test('a password of a few repeated signs is refused, and nothing is left behind', async () => {
  openTo(true)
  const form = signUpForm({ password: 'aaaaaaaaaaaaaa' })
  await expect(registerOrganisation(WORLD, { input: RegisterInput.parse(form), device: DEVICE })).rejects.toMatchObject({ fields: [{ field: 'password', key: 'identity.password.too_plain' }] })
  expect(await account(({ db }) => db.select().from(users).where(eq(users.email, form.adminEmail!)))).toEqual([])
})

test.each([
  ['regNo', { regNo: '91110000600037341X' }, 'organisations.form.credit_code'],
  ['unitLead', { unitLead: ' ' }, 'form.required'],
  ['unitPhone', { unitPhone: 'call me' }, 'organisations.form.phone'],
  ['zone', { zone: 'Asia/Atlantis' }, 'form.choice'],
  ['country', { country: 'XX' }, 'form.choice'],
  ['adminEmail', { adminEmail: 'lin@' }, 'form.email'],
  ['once', { once: '1' }, 'form.choice'],
])('refuses a wrong %s', (field, values, message) => {
  const { error } = RegisterInput.safeParse(signUpForm(values as Record<string, string>))
  const [first] = error?.issues ?? []
  expect(error?.issues.every((issue) => issue.path[0] === field)).toBe(true)
  expect(first?.message).toBe(message)
})

test('full-width and spaced codes are the same code', () => {
  expect(RegisterInput.parse(signUpForm({ regNo: '９１１１ 0000 6000-3734 1l' })).regNo).toBe('91110000600037341L')
})

test.each([
  [true, 'production', true],
  [false, 'demo', false],
  [undefined, 'demo', true],
  [undefined, 'production', false],
] as const)('ALLOW_REGISTRATION %s in %s mode with an organisation: %s', async (value, mode, open) => {
  await anOrganisation('admin')
  openTo(value, mode)
  expect(await account(registrationIsOpen)).toBe(open)
})

test('the operator creates an organisation whatever the settings say; its administrator may have no password yet', async () => {
  openTo(false)
  const admin = await createOrganisation(WORLD, { input: organisationInput(), admin: { name: 'He Wenbo', email: `he.${NOW.getTime()}@haiwan.example`, language: 'en' }, isDemo: true })
  const organisation = await withContext(system(admin.orgId), { now: NOW }, getOrganisation)
  expect(organisation.isDemo).toBe(true)
})

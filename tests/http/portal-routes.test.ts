import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { previewPortal } from '#app/domain/portal/preview-portal.server.ts'
import { startPortalSession } from '#app/domain/portal/start-portal-session.server.ts'
import { portalCookie } from '#app/http/cookies.server.ts'
import { env, setEnv } from '#app/platform/env.server.ts'
import { newId, newSecret, orgToken } from '#app/platform/ids.server.ts'
import * as landing from '#app/routes/l.$token._index.tsx'
import * as code from '#app/routes/l.$token.code.tsx'
import * as request from '#app/routes/l.$token.request.ts'
import * as saveAnswer from '#app/routes/portal.assessments.$assessmentId.answers.$questionId.ts'
import * as section from '#app/routes/portal.assessments.$assessmentId.$section.tsx'
import * as home from '#app/routes/portal._index.tsx'
import * as leave from '#app/routes/portal.leave.ts'
import { accessCodes, answers, deliveries, links, portalSessions, trail } from '#db/schema/index.ts'
import { aSentAssessment, type Sent } from '#tests/support/assessment.ts'
import { call, type Answer } from '#tests/support/request.ts'
import { DEVICE } from '#tests/support/person.ts'
import { NOW } from '#tests/support/world.ts'

type Module = { loader?: unknown; action?: unknown }

const modules = import.meta.glob<Module>(['/app/routes/portal.*.{ts,tsx}', '/app/routes/portal.tsx'])
const routes = Object.entries(modules).map(([file, load]) => ({ name: file.replace(/^.*\/(.+)\.tsx?$/, '$1'), load }))
const system = (orgId: string) => ({ kind: 'system', orgId, job: 'test' }) as const

const sessionOf = ({ org, contact }: Sent) => org.run(system(org.orgId), (ctx) => startPortalSession(ctx, { contactId: contact.contactId, vendorId: contact.vendorId, device: DEVICE }))
const sessionIn = async (answer: Answer) => String((await portalCookie().parse(answer.cookies.find((each) => each.startsWith('custodia_portal='))?.split(';')[0] ?? null)) ?? '')
const tokenOf = ({ link }: Sent) => link.split('/l/')[1]!
const open = (sent: Sent, contact?: string, now = NOW) => call(landing.action, { params: { token: tokenOf(sent) }, form: {}, contact, now })

describe.each(routes)('$name', ({ name, load }) => {
  const params = (ids: Record<string, string>): Record<string, string> => Object.fromEntries([...name.matchAll(/\$(\w+)/g)].map(([, id]) => [id!, ids[id!] ?? newId()]))

  const strangers: [string, () => string | undefined][] = [
    ['nobody', () => undefined],
    ['a cookie that is none', () => 'nonsense'],
    ['a cookie of no session', () => orgToken(newId(), newSecret())],
  ]

  test.each(strangers)('leads %s to the closed door and tells nothing', async (_, cookie) => {
    const { loader, action } = await load()
    for (const [handler, form] of [[loader, undefined], [action, {}]] as const) {
      if (!handler) continue
      expect(await call(handler, { params: params({}), contact: cookie(), form })).toMatchObject({ status: 302, location: '/portal-closed', data: undefined })
    }
  })

  test('shows one vendor nothing of another: their request is as little there as one that never was', async () => {
    const { loader, action } = await load()
    if (!name.includes('$assessmentId')) return
    const [own, other] = [await aSentAssessment(), await aSentAssessment()]
    const contact = await sessionOf(own)
    const form = { answer: '{"isNa":false,"value":"yes"}', revision: '0', reply: 'so', questionId: 'LAW-01', evidenceId: newId(), type: 'policy', name: 'Li Na', role: 'Security', confirmed: 'on', email: 'li.na@vendor.example', signature: 'x' }
    for (const handler of [loader, action].filter(Boolean)) {
      const ask = async (assessmentId: string) => {
        const answer = await call(handler, { params: params({ assessmentId, section: 'GOV', questionId: 'LAW-01' }), contact, form: handler === action ? form : undefined })
        return { ...answer, location: answer.location?.replace(assessmentId, 'id') }
      }
      const [foreign, random, malformed] = [await ask(other.assessment.id), await ask(newId()), await ask('nonsense')]
      expect(foreign).toEqual(random)
      expect(malformed.status).toBe(random.status)
      expect([302, 404]).toContain(foreign.status)
    }
  })
})

test('a look at the link spends nothing and says who asks, why and by when, in the contact’s language', async () => {
  const sent = await aSentAssessment()
  for (let look = 0; look < 3; look++) {
    const { status, data } = await call(landing.loader, { params: { token: tokenOf(sent) } })
    expect(status).toBe(200)
    expect(data).toMatchObject({ kind: 'open', isUsed: false, name: sent.contact.name, request: { dueOn: '2026-12-08', questions: 57, sentBy: 'procurement' } })
    expect(JSON.stringify(data)).toMatch(/的问卷/)
  }
  await sent.org.run(system(sent.org.orgId), async ({ db }) => {
    expect((await db.select().from(links))[0]!.usedAt).toBeNull()
    expect(await db.select().from(portalSessions)).toEqual([])
  })
})

test('one press goes straight in and takes the token out of the address; the second device is asked for the code', async () => {
  const sent = await aSentAssessment()
  const first = await open(sent)
  expect(first).toMatchObject({ status: 302, location: `/portal/assessments/${sent.assessment.id}` })
  const contact = await sessionIn(first)
  expect(await call(home.loader, { contact })).toMatchObject({ status: 200, data: { requests: [{ id: sent.assessment.id }] } })
  expect(await open(sent, contact)).toMatchObject({ location: `/portal/assessments/${sent.assessment.id}` })
  expect(await open(sent)).toMatchObject({ status: 302, location: `/l/${tokenOf(sent)}/code` })
  const page = await call(code.loader, { params: { token: tokenOf(sent) } })
  expect(page.data).toMatchObject({ email: expect.stringMatching(/^h•••@/), inMailbox: true })
})

test('the code page refuses what is no code with a sentence, and opens with the right one', async () => {
  const sent = await aSentAssessment()
  await open(sent)
  await open(sent)
  const [mail] = await sent.org.run(system(sent.org.orgId), ({ db }) => db.select().from(deliveries).where(eq(deliveries.template, 'access-code')))
  const right = /\b\d{6}\b/.exec(mail!.text)![0]
  const enter = (typed: string) => call(code.action, { params: { token: tokenOf(sent) }, form: { code: typed } })
  const problem = (answer: Answer) => (answer.data as { problem: { fields: { key: string; data: unknown }[] } }).problem.fields[0]
  expect(problem(await enter('12'))).toMatchObject({ key: 'portal.link.codeDigits' })
  expect(problem(await enter(right === '000000' ? '000001' : '000000'))).toMatchObject({ key: 'portal.link.codeWrong', data: { count: 4 } })
  const entered = await enter(` ${right.slice(0, 3)} ${right.slice(3)} `)
  expect(entered).toMatchObject({ status: 302, location: `/portal/assessments/${sent.assessment.id}` })
  expect(await sessionIn(entered)).not.toBe('')
  await sent.org.run(system(sent.org.orgId), async ({ db }) => expect((await db.select().from(accessCodes))[0]).toMatchObject({ tries: 1 }))
})

test.each([
  ['nonsense', 404, 'unknown'],
  [orgToken(newId(), newSecret()), 404, 'unknown'],
] as const)('a link %# that leads nowhere has a page of its own', async (token, status, state) => {
  expect(await call(landing.loader, { params: { token } })).toMatchObject({ status, data: { kind: 'closed', state, canAsk: false } })
  expect(await call(landing.action, { params: { token }, form: {} })).toMatchObject({ status: 302, location: `/l/${token}` })
})

test('an expired link says so, used or not, and a new one can be asked for', async () => {
  const [fresh, used] = [await aSentAssessment(), await aSentAssessment()]
  await open(used)
  const later = new Date(NOW.getTime() + 60 * 86_400_000)
  for (const [sent, state] of [[fresh, 'expired'], [used, 'used_expired']] as const) {
    expect(await call(landing.loader, { params: { token: tokenOf(sent) }, now: later })).toMatchObject({ status: 410, data: { kind: 'closed', state, canAsk: true } })
    expect(await call(request.action, { params: { token: tokenOf(sent) }, form: {}, now: later })).toMatchObject({ status: 302, location: `/l/${tokenOf(sent)}` })
    const asked = await sent.org.run(system(sent.org.orgId), ({ db }) => db.select().from(trail).where(eq(trail.action, 'link.request')))
    expect(asked).toHaveLength(1)
  }
})

test('a script’s save answers with the revision, a lost race with the other text, a wrong value with the reason', async () => {
  const sent = await aSentAssessment()
  const contact = await sessionOf(sent)
  const save = async (questionId: string, value: unknown, revision = 0) => {
    const form = { answer: JSON.stringify({ isNa: false, value }), revision: String(revision) }
    let body: unknown
    const answer = await call(async (args: never) => {
      const response = (await (saveAnswer.action as (args: never) => Promise<Response>)(args)) as Response
      body = await response.clone().json()
      return response
    }, { params: { assessmentId: sent.assessment.id, questionId }, contact, form })
    return [answer.status, body]
  }
  expect(await save('LAW-01', 'yes')).toMatchObject([200, { kind: 'saved', revision: 1, progress: { answered: 1 } }])
  expect(await save('LAW-01', 'no')).toMatchObject([409, { kind: 'conflict', theirs: { value: 'yes', revision: 1, by: sent.contact.name } }])
  expect(await save('ACC-04', 99_999)).toMatchObject([400, { kind: 'invalid', problems: [{ code: 'answer.out_of_range' }] }])
  expect(await save('LAW-01', { evil: true })).toMatchObject([400, { problem: { code: 'invalid' } }])
})

test('a preview looks and writes nothing outside a demo, and may leave', async () => {
  const sent = await aSentAssessment()
  const contact = await sent.org.run(sent.org.as('compliance'), (ctx) => previewPortal(ctx, { assessmentId: sent.assessment.id, device: DEVICE }))
  const at = { assessmentId: sent.assessment.id, section: 'LAW', questionId: 'LAW-01' }
  expect(await call(section.loader, { params: at, contact })).toMatchObject({ status: 200 })
  const form = { answer: '{"isNa":false,"value":"yes"}', revision: '0', 'LAW-01': 'yes' }
  for (const action of [saveAnswer.action, section.action]) expect(await call(action, { params: at, contact, form })).toMatchObject({ status: 302 })
  const saved = () => sent.org.run(system(sent.org.orgId), ({ db }) => db.select().from(answers))
  expect(await saved()).toEqual([])
  const production = env()
  setEnv({ ...production, CUSTODIA_MODE: 'demo' })
  await call(section.action, { params: at, contact, form })
  setEnv(production)
  expect(await saved()).toHaveLength(1)
  expect(await call(leave.action, { contact, form: {} })).toMatchObject({ status: 302, location: '/assessments' })
  expect(await call(home.loader, { contact })).toMatchObject({ location: '/portal-closed' })
})

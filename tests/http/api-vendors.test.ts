import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mountVendorApi } from '#app/http/api-vendors.server.ts'
import { memberCookie } from '#app/http/cookies.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { aSession } from '#tests/support/person.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

let base: string
let close: () => void
beforeAll(async () => {
  const app = express()
  mountVendorApi(app)
  const server = app.listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(() => close())

async function caller(member: Member) {
  const { cookie } = await aSession(member, new Date())
  const header = (await memberCookie().serialize(cookie)).split(';')[0]!
  return async (path: string, body?: unknown, init: RequestInit = {}) => {
    const answer = await fetch(base + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Cookie: header, 'Accept-Language': 'en', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      ...init,
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { vendors: { name: string }[]; next?: string; previous?: string; problem: { code: string; key: string; message: string; fields: { field: string; message: string }[] } } }
  }
}

const fill = (org: TestOrganisation, member: Member, count: number) =>
  org.run(member, async (ctx) => {
    for (let n = 0; n < count; n += 1) await aVendor(ctx, { name: `Vendor ${String(n).padStart(3, '0')}`, status: n % 2 ? 'active' : 'draft' })
  })

test('the list goes from page to page by its own addresses, filters and sort kept', async () => {
  const org = await anOrganisation('procurement')
  const call = await caller(org.as('procurement'))
  await fill(org, org.as('procurement'), 12)
  const names: string[] = []
  let next: string | undefined = '/api/vendors?status=active&sort=name&limit=4'
  while (next) {
    const { status, body } = await call(next)
    expect(status).toBe(200)
    expect(body).toMatchObject({ count: 6, countIsExact: true })
    names.push(...body.vendors.map(({ name }) => name))
    next = body.next
  }
  expect(names).toEqual(['Vendor 001', 'Vendor 003', 'Vendor 005', 'Vendor 007', 'Vendor 009', 'Vendor 011'])
})

test('one vendor is read, changed by its revision, and refused with an old one', async () => {
  const org = await anOrganisation('procurement')
  const call = await caller(org.as('procurement'))
  const made = await call('/api/vendors', { name: 'Acme GmbH', country: 'DE', service: 'Hosting' })
  expect(made.status).toBe(201)
  const path = `/api/vendors/${String(made.body.vendorId)}`
  expect((await call(path)).body).toMatchObject({ vendor: { name: 'Acme GmbH', status: 'draft', flags: [] } })
  const patch = { method: 'PATCH' }
  expect((await call(path, { name: 'Acme SE', country: 'DE', revision: 1 }, patch)).body).toMatchObject({ vendor: { name: 'Acme SE', revision: 2 } })
  expect(await call(path, { name: 'Acme AG', country: 'DE', revision: 1 }, patch)).toMatchObject({ status: 409, body: { problem: { code: 'conflict', key: 'errors.changed_meanwhile' } } })
})

test('wrong fields are named in the caller’s language', async () => {
  const org = await anOrganisation('procurement')
  const call = await caller(org.as('procurement'))
  const english = await call('/api/vendors', { name: '', country: 'DE', service: 'x'.repeat(300) })
  expect(english).toMatchObject({ status: 400, body: { problem: { code: 'invalid', fields: [{ field: 'name', message: 'Please fill this in.' }, { field: 'service' }] } } })
  const chinese = await call('/api/vendors?locale=zh-CN', { name: '', country: 'DE', service: 'x' })
  expect(chinese.body.problem.fields[0]?.message).toMatch(/\p{Script=Han}/u)
})

test('verbs answer as on the pages: suspended once, then refused; a refused transfer is kept', async () => {
  const org = await anOrganisation('compliance')
  const call = await caller(org.as('compliance'))
  const vendor = await org.run(org.as('compliance'), (ctx) => aVendor(ctx, { status: 'active' }))
  const path = `/api/vendors/${vendor.id}`
  const ground = { reason: 'Nine days of logs are missing.', severity: 'low' }
  expect(await call(`${path}/suspend`, ground)).toMatchObject({ status: 200, body: { vendor: { status: 'suspended' } } })
  expect(await call(`${path}/suspend`, ground)).toMatchObject({ status: 409, body: { problem: { key: 'status.blocked.vendor.wrong_status' } } })
  expect(await call(`${path}/transfers`, { infoTypes: ['contact'], subjectCount: 5, purpose: 'x', scenario: 'y' })).toMatchObject({ status: 201, body: { refusal: 'vendor_not_active' } })
  expect(await call(`${path}/resume`, { reason: 'Delivered and checked.' })).toMatchObject({ status: 200, body: { outcome: 'resumed', vendor: { status: 'active' } } })
})

test('an auditor reads and may not write', async () => {
  const org = await anOrganisation('auditor')
  const call = await caller(org.as('auditor'))
  expect((await call('/api/vendors')).status).toBe(200)
  expect(await call('/api/vendors', { name: 'A', country: 'DE', service: 'B' })).toMatchObject({ status: 403, body: { problem: { code: 'forbidden' } } })
})

test('another organisation’s vendor, a random id and no id at all cannot be told apart', async () => {
  const [one, two] = [await anOrganisation('compliance'), await anOrganisation('compliance')]
  const call = await caller(two.as('compliance'))
  const vendor = await one.run(one.as('compliance'), (ctx) => aVendor(ctx, { status: 'active' }))
  const answers = await Promise.all([vendor.id, newId(), 'x'].flatMap((id) => [call(`/api/vendors/${id}`), call(`/api/vendors/${id}/suspend`, { reason: 'long enough a reason', severity: 'low' })]))
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 404 })
})

describe('what is no request is refused', () => {
  test.each<[string, RequestInit | undefined, number]>([
    ['without a session', { headers: {} }, 401],
    ['with a session that is none', { headers: { Cookie: 'custodia=nonsense' } }, 401],
    ['by a form of another site', { method: 'POST', body: 'name=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 400],
    ['that is not JSON', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }, 400],
    ['that is a list', { method: 'POST', body: '[]', headers: { 'Content-Type': 'application/json' } }, 400],
    ['that is too large', { method: 'POST', body: JSON.stringify({ name: 'x'.repeat(300_000) }), headers: { 'Content-Type': 'application/json' } }, 400],
  ])('%s', async (_, init, status) => {
    const answer = await fetch(`${base}/api/vendors`, init)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ problem: { message: expect.any(String) } })
  })

  test.each(['?sort=owner', '?after=x', '?status=happy', '?limit=0'])('at the address %s', async (address) => {
    const org = await anOrganisation('procurement')
    expect((await (await caller(org.as('procurement')))(`/api/vendors${address}`)).status).toBe(400)
  })
})

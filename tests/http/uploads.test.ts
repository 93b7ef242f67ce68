import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewPortal } from '#app/domain/portal/preview-portal.server.ts'
import { startPortalSession } from '#app/domain/portal/start-portal-session.server.ts'
import { memberCookie, portalCookie } from '#app/http/cookies.server.ts'
import { disposition } from '#app/http/send-file.server.ts'
import { mountUploads } from '#app/http/uploads.server.ts'
import { listStored } from '#app/platform/stored-files.server.ts'
import { files } from '#db/schema/index.ts'
import { aSentAssessment, type Sent } from '#tests/support/assessment.ts'
import { aSession, DEVICE } from '#tests/support/person.ts'
import { anOrganisation } from '#tests/support/world.ts'

const PDF = Buffer.from('%PDF-1.7\none\n%%EOF')
let base = ''
let server: ReturnType<ReturnType<typeof express>['listen']>

beforeAll(async () => {
  const app = express()
  mountUploads(app)
  server = app.listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const pair = (line: string) => line.split(';')[0]!
const cookieFor = async ({ org, contact }: Sent) =>
  pair(await portalCookie().serialize(await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, (ctx) => startPortalSession(ctx, { contactId: contact.contactId, vendorId: contact.vendorId, device: DEVICE }), new Date())))
const send = (path: string, body: BodyInit, cookie?: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream', ...(cookie ? { Cookie: cookie } : {}), ...headers }, duplex: 'half' } as RequestInit)
const place = ({ assessment }: Sent, question = 'GOV-05', name = 'licence.pdf') => `/portal/assessments/${assessment.id}/questions/${question}/evidence?name=${encodeURIComponent(name)}`
const kept = ({ org }: { org: Sent['org'] }) => listStored(org.orgId, { now: new Date(Date.now() + 86_400_000), olderThanHours: 0 })

test('a file is taken, tied to its answer and described in the reply', async () => {
  const sent = await aSentAssessment()
  const response = await send(place(sent, 'GOV-05', '营业执照.pdf'), PDF, await cookieFor(sent))
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ documents: [{ name: '营业执照.pdf', sizeBytes: PDF.length, type: 'registration' }], revision: 1, progress: { answered: 1 } })
  expect(await kept(sent)).toHaveLength(1)
})

test.each([
  ['an unknown type', 'GOV-05', 'drawing.svg', PDF, 400, 'portal.evidence.type_not_allowed'],
  ['other content', 'GOV-05', 'licence.pdf', Buffer.from('no pdf'), 400, 'portal.evidence.type_mismatch'],
  ['nothing', 'GOV-05', 'licence.pdf', Buffer.alloc(0), 400, 'portal.evidence.empty'],
  ['a question without documents', 'LAW-01', 'licence.pdf', PDF, 409, 'portal.evidence.not_asked'],
  ['a question that is not asked', 'ZZZ-01', 'licence.pdf', PDF, 404, 'errors.not_found'],
] as const)('refuses %s, says why and keeps nothing', async (_, question, name, body, status, key) => {
  const sent = await aSentAssessment()
  const response = await send(place(sent, question, name), body, await cookieFor(sent))
  expect([response.status, await response.json()]).toMatchObject([status, { problem: { key } }])
  expect(await kept(sent)).toEqual([])
})

test('a length beyond the limit is refused before a byte is kept, a stream without length as soon as it passes it', async () => {
  const sent = await aSentAssessment()
  const cookie = await cookieFor(sent)
  const whole = await send(place(sent, 'GOV-05', 'big.txt'), new Uint8Array(51 * 1024 * 1024), cookie).catch(() => undefined)
  if (whole) expect(await whole.json()).toMatchObject({ problem: { key: 'portal.evidence.too_large' } })
  const megabyte = new Uint8Array(1024 * 1024).fill(65)
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (++given > 80) return controller.close()
      controller.enqueue(megabyte)
    },
  })
  const response = await send(place(sent, 'GOV-05', 'big.txt'), endless, cookie).catch(() => undefined)
  if (response) expect(await response.json()).toMatchObject({ problem: { key: 'portal.evidence.too_large' } })
  expect(await kept(sent)).toEqual([])
})

test('nobody, a stranger and a preview upload nothing', async () => {
  const [sent, other] = [await aSentAssessment(), await aSentAssessment()]
  expect((await send(place(sent), PDF)).status).toBe(401)
  expect((await send(place(sent), PDF, await cookieFor(other))).status).toBe(404)
  const preview = await sent.org.run(sent.org.as('compliance'), (ctx) => previewPortal(ctx, { assessmentId: sent.assessment.id, device: DEVICE }), new Date())
  expect((await send(place(sent), PDF, pair(await portalCookie().serialize(preview)))).status).toBe(403)
  expect(await kept(sent)).toEqual([])
})

test('members keep files of the organisation, auditors and strangers do not', async () => {
  const org = await anOrganisation('procurement', 'auditor')
  const member = async (role: 'procurement' | 'auditor') => pair(await memberCookie().serialize((await aSession(org.as(role), new Date())).cookie))
  const response = await send('/files?name=pia.pdf', PDF, await member('procurement'))
  expect(await response.json()).toMatchObject({ file: { name: 'pia.pdf', sizeBytes: PDF.length } })
  expect((await send('/files?name=pia.pdf', PDF, await member('auditor'))).status).toBe(403)
  expect((await send('/files?name=pia.pdf', PDF)).status).toBe(401)
  expect(await org.run(org.as('procurement'), ({ db }) => db.select().from(files))).toHaveLength(1)
})

test.each([
  ['licence.pdf', `attachment; filename="licence.pdf"; filename*=UTF-8''licence.pdf`],
  ['营业执照 (1).pdf', `attachment; filename="____ (1).pdf"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%20%281%29.pdf`],
  ['a"; evil="1.pdf', `attachment; filename="a_; evil=_1.pdf"; filename*=UTF-8''a%22%3B%20evil%3D%221.pdf`],
])('the name %j travels as a header and cannot leave it', (name, header) => {
  expect(disposition(name)).toBe(header)
})

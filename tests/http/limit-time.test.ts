import { request as open, type ClientRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberCookie } from '#app/http/cookies.server.ts'
import { limitBodies, limitConnections } from '#app/http/limit-time.server.ts'
import { mountUploads } from '#app/http/uploads.server.ts'
import { listStored } from '#app/platform/stored-files.server.ts'
import { aSession } from '#tests/support/person.ts'
import { anOrganisation } from '#tests/support/world.ts'

// Far longer than anything takes on a busy machine.
const FORM_MS = 2_000
const STILL_MS = 3_000
let server: Server

beforeAll(async () => {
  const app = express()
  app.use(limitBodies({ ms: FORM_MS }))
  mountUploads(app, { stillMs: STILL_MS })
  app.post('/form', express.text(), (_request, response) => void response.send('taken'))
  server = app.listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
})
afterAll(() => void server.close())

async function aMember() {
  const org = await anOrganisation('procurement')
  const cookie = (await memberCookie().serialize((await aSession(org.as('procurement'), new Date())).cookie)).split(';')[0]!
  return { org, cookie }
}

/** Sends pieces with a pause before each but the first; gives the status that came back, undefined when the line was cut. */
async function sendSlowly(path: string, { pieces, pauseMs, length, cookie = '' }: { pieces: string[]; pauseMs: number; length: number; cookie?: string }) {
  const { port } = server.address() as AddressInfo
  const asking = open({ port, path, method: 'POST', headers: { 'Content-Length': length, 'Content-Type': 'text/plain', Cookie: cookie } })
  const answered = statusOf(asking)
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await sleep(pauseMs)
    if (!asking.destroyed) asking.write(piece)
  }
  const status = await answered
  asking.destroy()
  return status
}

const statusOf = (asking: ClientRequest) =>
  new Promise<number | undefined>((resolve) => {
    asking.once('response', (response) => {
      response.on('error', () => undefined).resume()
      resolve(response.statusCode)
    })
    asking.once('error', () => resolve(undefined))
  })

const text = (pieces: string[]) => ({ pieces, length: pieces.join('').length })

test('a form that comes in at once is taken', async () => {
  expect(await sendSlowly('/form', { ...text(['a', 'b']), pauseMs: 20 })).toBe(200)
})

test('a form that drips in is cut, even though it is never still for long', async () => {
  const drips = Array.from({ length: 12 }, () => 'a')
  expect(await sendSlowly('/form', { ...text(drips), pauseMs: 300 })).toBe(408)
})

test('a file on a slow line is taken whole, long after a form would have been cut', async () => {
  const { cookie } = await aMember()
  const began = performance.now()
  const pieces = Array.from({ length: 8 }, (_, n) => `line ${n}\n`)
  expect(await sendSlowly('/files?name=notes.txt', { ...text(pieces), pauseMs: 600, cookie })).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(2 * FORM_MS)
})

test('an upload that falls silent is cut, and nothing of it is kept', async () => {
  const { org, cookie } = await aMember()
  expect(await sendSlowly('/files?name=notes.txt', { pieces: ['half'], length: 8, pauseMs: 0, cookie })).toBe(408)
  await expect.poll(() => listStored(org.orgId, { now: new Date(Date.now() + 86_400_000), olderThanHours: 0 })).toEqual([])
})

test('the server itself leaves an upload an hour', () => {
  limitConnections(server)
  expect([server.requestTimeout, server.headersTimeout]).toEqual([3_600_000, 15_000])
})

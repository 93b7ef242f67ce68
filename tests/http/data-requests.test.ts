import { get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import * as entry from '#app/entry.server.tsx'
import { authed } from '#app/http/authed.server.ts'
import { memberCookie } from '#app/http/cookies.server.ts'
import { createServer } from '#app/http/server.server.ts'
import { rawSql } from '#db/client.server.ts'
import { aSession } from '#tests/support/person.ts'
import { anOrganisation } from '#tests/support/world.ts'

const LARGE = 16 * 1024 * 1024 // more than a line holds while nobody reads
let server: Server
let cookie: string

/** Reads in the request's transaction, and says much. */
const loader = authed(async ({ ctx }) => {
  await ctx.db.execute(sql`select 1 as asked`)
  return { text: 'x'.repeat(LARGE) }
}) as (args: LoaderFunctionArgs) => Promise<unknown>

const build = {
  entry: { module: entry },
  routes: { 'routes/large': { id: 'routes/large', path: 'large', module: { default: () => null, loader } } },
  future: { v3_singleFetch: true, v3_throwAbortReason: true },
  assets: { version: '', url: '', entry: { module: '', imports: [] }, routes: {} },
  assetsBuildDirectory: '',
  publicPath: '/',
  mode: 'production',
  isSpaMode: false,
} as unknown as ServerBuild // one route of the many

beforeAll(async () => {
  server = createServer({ build, isReady: async () => true }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const org = await anOrganisation('procurement')
  cookie = (await memberCookie().serialize((await aSession(org.as('procurement'), new Date())).cookie)).split(';')[0]!
})
afterAll(() => void server.close())

/** The answer's head has come; its body waits to be read. */
const head = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) => get({ port: (server.address() as AddressInfo).port, path, headers: { Cookie: cookie } }, resolve).once('error', reject))

/** As the owner sees it: the app role may not look at other connections. */
async function openTransactions() {
  const [{ name } = { name: '' }] = await rawSql()<{ name: string }[]>`select current_database() as name`
  const owner = postgres(inject('adminUrl'), { max: 1 })
  const rows = await owner`select state from pg_stat_activity where datname = ${name} and state like 'idle in transaction%'`
  await owner.end()
  return rows
}

test("a page's data that is slowly read holds no transaction", async () => {
  const answer = await head('/large.data')
  expect(answer.statusCode).toBe(200)
  expect(await openTransactions()).toHaveLength(0)
  answer.destroy()
})

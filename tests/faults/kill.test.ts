import fs from 'node:fs'
import path from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { demoCreditCode } from '#db/seed/demo/registration.ts'
import { startInstallation, type Installation } from '#tests/support/installation.ts'
import { Visitor } from '#tests/support/visitor.ts'

const run = promisify(execFile)
let running: Installation | undefined

afterAll(async () => {
  await running?.stop()
})

const start = async (dataDir?: string) => (running = await startInstallation({ dataDir }))

async function procurement(at: Installation): Promise<Visitor> {
  const visitor = new Visitor(at.url)
  await visitor.enterAs('徐文静')
  return visitor
}

let serial = 700
const request = (visitor: Visitor, name: string) =>
  visitor.post('/vendors/new', { name, nameAlt: '', regNo: demoCreditCode(serial++), country: 'CN', address: '', website: '', service: 'Crash test', ownerId: '', notDuplicate: 'on' })

/** Requests one vendor after another until the connection breaks; gives the names that were acknowledged. */
async function requestUntilCut(visitor: Visitor, prefix: string): Promise<string[]> {
  const acknowledged: string[] = []
  for (let n = 0; n < 400; n++) {
    const name = `${prefix}-${String(n).padStart(3, '0')}-${'甲乙丙丁'[n % 4]}`
    const answer = await request(visitor, name).catch(() => undefined)
    if (!answer) return acknowledged
    if (answer.status !== 302) throw new Error(`a request was answered with ${answer.status}`)
    acknowledged.push(name)
  }
  throw new Error('nothing was cut')
}

async function namesOf(visitor: Visitor, prefix: string): Promise<string[]> {
  const names: string[] = []
  let next: string | undefined = `/api/vendors?q=${prefix}`
  while (next) {
    const page = (await (await visitor.get(next)).json()) as { vendors: { name: string }[]; next?: string }
    names.push(...page.vendors.map(({ name }) => name))
    next = page.next
  }
  return names
}

async function trailIsWhole(dataDir: string): Promise<boolean> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/custodia.ts', 'trail', 'verify'], { env: { ...process.env, DATA_DIR: dataDir, VITEST: '' } })
  return (JSON.parse(stdout) as { ok: boolean }[]).every(({ ok }) => ok)
}

/** Asked of the database itself, as its owner. */
async function rowsIn(dataDir: string, query: string): Promise<unknown[]> {
  const folder = path.join(dataDir, 'postgres')
  const [, , , port] = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
  const sql = postgres(`postgres://postgres:${encodeURIComponent(fs.readFileSync(`${folder}.secret`, 'utf8').trim())}@127.0.0.1:${port}/custodia`, { max: 1 })
  try {
    return [...(await sql.unsafe(query))]
  } finally {
    await sql.end()
  }
}

const postmaster = (dataDir: string) => Number(fs.readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('killed in the middle of writes, the app starts again by itself and has lost nothing that it acknowledged', async () => {
  const first = await start()
  const cutting = requestUntilCut(await procurement(first), 'KILLAPP')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await first.kill()
  const acknowledged = await cutting
  expect(acknowledged.length).toBeGreaterThan(0)
  const second = await start(first.dataDir)
  const found = await namesOf(await procurement(second), 'KILLAPP')
  expect(found).toEqual(expect.arrayContaining(acknowledged))
  expect(found.length - acknowledged.length).toBeLessThanOrEqual(1) // one may have been written and not answered
  expect(await trailIsWhole(first.dataDir)).toBe(true)
})

test('PostgreSQL and app killed together leave nothing for a hand to mend', async () => {
  const first = running!
  const cutting = requestUntilCut(await procurement(first), 'KILLBOTH').catch(() => [])
  await new Promise((resolve) => setTimeout(resolve, 700))
  process.kill(postmaster(first.dataDir), 'SIGKILL')
  await first.kill()
  await cutting
  const second = await start(first.dataDir)
  expect((await (await procurement(second)).get('/vendors')).status).toBe(200)
  expect(await trailIsWhole(first.dataDir)).toBe(true)
})

test('killed while it makes the demo, the next start makes it anew and whole', async () => {
  const making = await startInstallation({ until: 'Making the demo organisation' })
  await expect.poll(() => rowsIn(making.dataDir, 'select count(*)::int as n from vendors'), { timeout: 60_000 }).not.toEqual([{ n: 0 }])
  await making.kill()
  const again = await startInstallation({ dataDir: making.dataDir })
  expect(again.output()).toContain('left half made')
  expect(await rowsIn(again.dataDir, 'select count(*)::int as n from organisations')).toEqual([{ n: 1 }])
  expect(await rowsIn(again.dataDir, 'select count(*)::int as n from vendors')).toEqual([{ n: 25 }])
  await again.stop()
})

test('a second start on the same data folder says so and leaves the first alone', async () => {
  const first = running!
  await expect(startInstallation({ dataDir: first.dataDir })).rejects.toThrow(/already runs on the data folder/)
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
})

test('the same form sent ten times at once has one effect', async () => {
  const visitor = await procurement(running!)
  const once = crypto.randomUUID()
  const regNo = demoCreditCode(690)
  const fields = { name: 'ONCEONLY', nameAlt: '', regNo, country: 'CN', address: '', website: '', service: 'One', ownerId: '', notDuplicate: 'on', _once: once }
  const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.post('/vendors/new', fields)))
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(1)
  expect(answers.every(({ status }) => status < 500)).toBe(true)
  expect(await namesOf(visitor, 'ONCEONLY')).toEqual(['ONCEONLY'])
})

import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { record } from '#app/domain/trail/record.server.ts'
import { checkpointBytes, signCheckpoint } from '#app/domain/trail/checkpoint.server.ts'
import { verifyTrail } from '#app/domain/trail/verify.server.ts'
import { env } from '#app/platform/env.server.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

// The superuser is the adversary: it can do what the product's own role cannot.
let superuser: postgres.Sql
beforeAll(() => {
  const url = new URL(inject('adminUrl'))
  url.pathname = new URL(env().DATABASE_URL!).pathname
  superuser = postgres(url.href, { max: 1, onnotice: () => {} })
})
afterAll(() => superuser.end())

async function aTrail(entries = 6): Promise<TestOrganisation> {
  const org = await anOrganisation('auditor')
  for (let n = 1; n <= entries; n++) {
    await org.run(org.as('auditor'), (ctx) => record(ctx, { action: 'vendor.update', subjectType: 'vendor', subjectId: `v${n}`, data: { 名称: '𠮷', n } }))
  }
  return org
}
const verify = (org: TestOrganisation) => org.run(org.as('auditor'), verifyTrail)
const breaksOf = async (org: TestOrganisation) => (await verify(org)).breaks
const checkpoint = (org: TestOrganisation) => org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, signCheckpoint)

test('an untouched trail verifies, with its checkpoints', async () => {
  const org = await aTrail()
  expect(await checkpoint(org)).toMatchObject({ seq: 6 })
  expect(await checkpoint(org)).toBeUndefined()
  expect(await verify(org)).toEqual({ entries: 6, checkpoints: 1, unknownKeys: 0, breaks: [] })
})

test('an organisation without a single entry verifies', async () => {
  expect(await verify(await aTrail(0))).toEqual({ entries: 0, checkpoints: 0, unknownKeys: 0, breaks: [] })
})

test('an edited entry is found where it is', async () => {
  const org = await aTrail()
  await superuser`update trail set body = replace(body, 'v3', 'v9') where org_id = ${org.orgId} and seq = 3`
  expect(await breaksOf(org)).toEqual([{ kind: 'entry', seq: 3, column: null }])
})

test('an entry whose bytes are no longer JSON is found too', async () => {
  const org = await aTrail()
  await superuser`update trail set body = 'gone' where org_id = ${org.orgId} and seq = 3`
  expect(await breaksOf(org)).toMatchObject([{ kind: 'entry', seq: 3 }])
})

test('a column that says something else than the sealed bytes is named', async () => {
  const org = await aTrail()
  await superuser`update trail set actor_name = 'Somebody' where org_id = ${org.orgId} and seq = 2`
  await superuser`update trail set at = at + interval '1 day' where org_id = ${org.orgId} and seq = 4`
  expect(await breaksOf(org)).toEqual([{ kind: 'column', seq: 2, column: 'actor_name' }, { kind: 'column', seq: 4, column: 'at' }])
})

test('a removed entry is a gap before the next one', async () => {
  const org = await aTrail()
  await superuser`delete from trail where org_id = ${org.orgId} and seq = 3`
  expect(await breaksOf(org)).toMatchObject([{ kind: 'gap', seq: 4 }])
})

test('an inserted entry is found', async () => {
  const org = await aTrail()
  await superuser`insert into trail select org_id, at + interval '1 s', seq, action, subject_type, subject_id, vendor_id, actor_kind, actor_id, actor_name, body, hash from trail where org_id = ${org.orgId} and seq = 3`
  expect(await breaksOf(org)).toMatchObject([{ kind: 'gap', seq: 3 }])
})

test('two swapped entries are found', async () => {
  const org = await aTrail()
  await superuser`update trail set body = case seq when 2 then (select body from trail where org_id = ${org.orgId} and seq = 5) else (select body from trail where org_id = ${org.orgId} and seq = 2) end where org_id = ${org.orgId} and seq in (2, 5)`
  expect((await breaksOf(org)).map(({ seq }) => seq)).toEqual([2, 5])
})

test('a trail cut at the end is found by its head, and with the head moved by a checkpoint', async () => {
  const org = await aTrail()
  await checkpoint(org)
  await superuser`delete from trail where org_id = ${org.orgId} and seq > 4`
  expect(await breaksOf(org)).toMatchObject([{ kind: 'head', seq: 4 }, { kind: 'checkpoint', seq: 6 }])
  await superuser`update trail_heads set seq = 4, hash = (select hash from trail where org_id = ${org.orgId} and seq = 4) where org_id = ${org.orgId}`
  expect(await breaksOf(org)).toMatchObject([{ kind: 'checkpoint', seq: 6 }])
})

test('a whole rewritten chain verifies by itself, so the signed checkpoint finds it', async () => {
  const org = await aTrail()
  await checkpoint(org)
  await rewrite(org)
  expect(await breaksOf(org)).toMatchObject([{ kind: 'checkpoint', seq: 6 }])
})

test('a checkpoint moved along with a rewritten chain has no right signature', async () => {
  const org = await aTrail()
  await checkpoint(org)
  await rewrite(org)
  await superuser`update trail_checkpoints set hash = (select hash from trail_heads where org_id = ${org.orgId}) where org_id = ${org.orgId}`
  expect(await breaksOf(org)).toMatchObject([{ kind: 'checkpoint', seq: 6 }])
})

test('a checkpoint of another key is told, not believed', async () => {
  const org = await aTrail()
  await checkpoint(org)
  await superuser`update trail_checkpoints set key_id = '0123456789abcdef' where org_id = ${org.orgId}`
  expect(await verify(org)).toMatchObject({ unknownKeys: 1, breaks: [] })
})

test('no more than twenty breaks are listed', async () => {
  const org = await aTrail(30)
  await superuser`update trail set body = body || ' ' where org_id = ${org.orgId}`
  expect(await breaksOf(org)).toHaveLength(20)
})

test('a checkpoint covers organisation, number and hash', () => {
  const one = { orgId: 'a', seq: 1, hash: Buffer.from('00', 'hex') }
  const bytes = [one, { ...one, orgId: 'b' }, { ...one, seq: 2 }, { ...one, hash: Buffer.from('01', 'hex') }].map((each) => checkpointBytes(each).toString())
  expect(new Set(bytes).size).toBe(4)
})

test('refuses who may not read the trail', async () => {
  const org = await anOrganisation('procurement')
  await expect(org.run(org.as('procurement'), verifyTrail)).rejects.toMatchObject({ code: 'forbidden' })
})

test('two organisations verify apart', async () => {
  const [one, two] = [await aTrail(2), await aTrail(3)]
  await superuser`update trail set body = body || ' ' where org_id = ${one.orgId} and seq = 1`
  expect(await breaksOf(one)).toHaveLength(1)
  expect(await verify(two)).toMatchObject({ entries: 3, breaks: [] })
})

/** Changes the first entry and seals everything after it again, as the product would. */
async function rewrite(org: TestOrganisation) {
  const rows = await superuser`select seq, body from trail where org_id = ${org.orgId} order by seq`
  let hash = Buffer.alloc(0)
  for (const row of rows) {
    const body = String(row.body).replace('v1"', 'w1"')
    hash = createHash('sha256').update(hash).update(`${row.seq}\n${body}`).digest()
    await superuser`update trail set body = ${body}, subject_id = ${JSON.parse(body).subjectId}, hash = ${hash} where org_id = ${org.orgId} and seq = ${row.seq}`
  }
  await superuser`update trail_heads set hash = ${hash} where org_id = ${org.orgId}`
}

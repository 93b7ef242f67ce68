import type { Sql } from 'postgres'
import { withContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { record, type TrailEntry } from '#app/domain/trail/record.server.ts'
import { verifyTrail } from '#app/domain/trail/verify.server.ts'
import { inTurn, perSecond } from './in-turn.ts'
import { must, mustEqual, type Options, type Result, type Workload } from './workload.ts'
import { aMember, openWorld } from './world.ts'

export const workload: Workload = {
  name: 'trail',
  about: 'Appending to the hash chain and verifying it, beside plain inserts of the same columns without chain, walls and wake-up; both with fsync.',
  run,
}

const BATCH = 100

async function run(options: Options): Promise<Result> {
  const { owner } = await openWorld({ pool: 16 })
  await owner`create table plain_trail (like trail including defaults)`
  await owner`create unique index on plain_trail (org_id, at, seq)`
  const members: Member[] = []
  while (members.length < 16) members.push(await aMember())
  const [single, many] = options.quick ? [64, 500] : [2000, 30_000]
  const chain = await aMember()
  const result: Result = { comparisons: [], notes: [] }
  const compare = async (what: string, entries: number, [ours, reference]: [() => Promise<unknown>, () => Promise<unknown>]) =>
    result.comparisons.push(
      await inTurn(options, {
        what,
        unit: 'entries/s',
        referenceName: 'INSERT of the same columns',
        checked: 'entries counted',
        ours: () => perSecond(entries, ours),
        reference: () => perSecond(entries, reference),
      }),
    )
  const alone = [chain]
  await compare('one chain, an entry a transaction', single, [() => append(alone, single, 1), () => insert(owner, alone, single, 1)])
  await compare('16 chains at once, an entry a transaction', single, [() => append(members, single / 16, 1), () => insert(owner, members, single / 16, 1)])
  await compare(`one chain, ${BATCH} entries a transaction`, many, [() => append(alone, many, BATCH), () => insert(owner, alone, many, BATCH)])
  await checkCounts(owner)
  result.comparisons.push(await compareVerifying(options, owner, chain))
  await checkThatVerifyingBites(owner, chain)
  result.notes.push('one changed byte in the middle was found by our verification afterwards')
  return result
}

const entry = (number: number): TrailEntry => ({
  action: 'vendor.update',
  subjectType: 'vendor',
  subjectId: `0192f0c0-0000-7000-8000-${String(number).padStart(12, '0')}`,
  before: { website: 'https://old.example', address: '广州市番禺区南村镇兴业大道88号' },
  after: { website: 'https://new.example', address: '广州市天河区珠江新城华夏路10号' },
})

/** `each` entries to every chain, all chains at once, `batch` entries a transaction. */
async function append(members: Member[], each: number, batch: number) {
  await Promise.all(
    members.map(async (member) => {
      for (let done = 0; done < each; done += batch) {
        await withContext(member, { now: new Date() }, async (ctx) => {
          for (let at = done; at < Math.min(done + batch, each); at++) await record(ctx, entry(at))
        })
      }
    }),
  )
}

let inserted = 0

async function insert(owner: Sql, members: Member[], each: number, batch: number) {
  await Promise.all(
    members.map(async ({ orgId, userId, name }) => {
      for (let done = 0; done < each; done += batch) {
        const rows = Array.from({ length: Math.min(batch, each - done) }, (_, at) => {
          const { action, subjectType, subjectId, ...rest } = entry(done + at)
          const body = JSON.stringify({ at: new Date(), actor: { kind: 'member', id: userId, name }, action, subjectType, subjectId, ...rest })
          return { org_id: orgId, at: new Date(), seq: (inserted += 1), action, subject_type: subjectType, subject_id: subjectId, actor_kind: 'member', actor_id: userId, actor_name: name, body, hash: Buffer.alloc(32) }
        })
        await owner.begin((sql) => sql`insert into plain_trail ${sql(rows)}`)
      }
    }),
  )
}

async function checkCounts(owner: Sql) {
  const [ours] = await owner<{ count: number }[]>`select count(*)::int as count from trail where action = 'vendor.update'`
  const [plain] = await owner<{ count: number }[]>`select count(*)::int as count from plain_trail`
  mustEqual('entries written', ours?.count, plain?.count)
}

async function compareVerifying(options: Options, owner: Sql, chain: Member) {
  const [head] = await owner<{ seq: number }[]>`select seq::int from trail_heads where org_id = ${chain.orgId}`
  const entries = head!.seq
  const ours = () => withContext(chain, { now: new Date() }, (ctx) => verifyTrail(ctx))
  const reference = () => hashAgain(owner, chain)
  const { entries: seen, breaks } = await ours()
  must(breaks.length === 0, `the chain breaks: ${JSON.stringify(breaks)}`)
  mustEqual('entries verified', { entries: seen, wrong: 0 }, await reference())
  mustEqual('entries verified and head', seen, entries)
  return inTurn(options, {
    what: `verifying ${entries.toLocaleString('en-GB')} entries`,
    unit: 'entries/s',
    referenceName: 'SHA-256 over each entry alone, in one statement',
    checked: `${entries.toLocaleString('en-GB')} entries, none broken`,
    ours: () => perSecond(entries, ours),
    reference: () => perSecond(entries, reference),
  })
}

/** Without columns, heads and checkpoints. */
async function hashAgain(owner: Sql, { orgId }: Member) {
  const [found] = await owner<{ entries: number; wrong: number }[]>`
    select count(*)::int as entries, (count(*) filter (where hash <> sha256(before || convert_to(seq::text || E'\n' || body, 'UTF8'))))::int as wrong
    from (select seq, hash, body, lag(hash, 1, ''::bytea) over (order by seq) as before from trail where org_id = ${orgId}) chained`
  return found
}

async function checkThatVerifyingBites(owner: Sql, chain: Member) {
  const [middle] = await owner<{ seq: number }[]>`select (seq / 2)::int as seq from trail_heads where org_id = ${chain.orgId}`
  await owner`update trail set body = replace(body, 'new.example', 'now.example') where org_id = ${chain.orgId} and seq = ${middle!.seq}`
  const { breaks } = await withContext(chain, { now: new Date() }, (ctx) => verifyTrail(ctx))
  mustEqual('where the changed entry was found', breaks, [{ seq: middle!.seq, kind: 'entry', column: null }])
}

import { asc, eq, sql } from 'drizzle-orm'
import { checkpointKey } from '#app/platform/crypto.server.ts'
import { trailCheckpoints, trailHeads } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { checkpointBytes } from './checkpoint.server.ts'

type TrailBreak =
  /** An entry's bytes, number or predecessor are not those that were sealed. */
  | { kind: 'entry'; seq: number }
  /** The bytes are right, but a column that lists and filters read says something else. */
  | { kind: 'column'; seq: number; column: string }
  /** An entry is missing before this one. */
  | { kind: 'gap'; seq: number }
  /** Entries at the end are gone, or the head was moved. */
  | { kind: 'head'; seq: number }
  /** A signed checkpoint and the chain disagree, or its signature is not of this installation's key. */
  | { kind: 'checkpoint'; seq: number }

type Verification = { entries: number; checkpoints: number; unknownKeys: number; breaks: TrailBreak[] }

const BATCH = 10_000
/** Enough to see where; a rewritten chain breaks at every entry after the first. */
const ENOUGH = 20

/** Recomputes the organisation's chain over the exact bytes, in batches inside the database, and holds heads and signed checkpoints against it. */
export async function verifyTrail(ctx: Context): Promise<Verification> {
  requirePermission(ctx, 'trail.read')
  const found: Verification = { entries: 0, checkpoints: 0, unknownKeys: 0, breaks: [] }
  let last: Batch = { seq: 0, hash: '', rows: 0, breaks: [] }
  do {
    last = await verifyBatch(ctx, last)
    found.entries += last.rows
    found.breaks.push(...last.breaks)
  } while (last.rows === BATCH && found.breaks.length < ENOUGH)
  if (found.breaks.length < ENOUGH) {
    found.breaks.push(...(await verifyHead(ctx, last)))
    await verifyCheckpoints(ctx, found)
  }
  found.breaks.splice(ENOUGH)
  return found
}

type Batch = { seq: number; hash: string; rows: number; breaks: TrailBreak[] }
type BatchRow = { rows: number; seq: number | null; hash: string | null; breaks: TrailBreak[] | null }

/** Entries after `last`. Each is held against its stored predecessor, so one changed entry is one break and the chain after it is still checked. */
async function verifyBatch(ctx: Context, last: Batch): Promise<Batch> {
  const [row] = await ctx.db.execute<BatchRow>(sql`
    with part as (
      select seq, at, action, subject_type, subject_id, vendor_id, actor_kind, actor_id, actor_name, body, hash
      from trail where org_id = ${ctx.actor.orgId} and seq > ${last.seq} order by seq limit ${BATCH}
    ), chained as (
      select *, lag(seq, 1, ${last.seq}::bigint) over w as seq_before, lag(hash, 1, decode(${last.hash}, 'hex')) over w as hash_before
      from part window w as (order by seq)
    ), checked as (
      select seq, hash, case
        when seq <> seq_before + 1 then 'gap'
        when hash <> sha256(hash_before || convert_to(seq::text || E'\n' || body, 'UTF8')) then 'entry'
        else (select 'column ' || min(name) from (values
          ('at', at is distinct from (body::jsonb->>'at')::timestamptz),
          ('action', action is distinct from body::jsonb->>'action'),
          ('subject_type', subject_type is distinct from body::jsonb->>'subjectType'),
          ('subject_id', subject_id is distinct from body::jsonb->>'subjectId'),
          ('vendor_id', vendor_id::text is distinct from body::jsonb->>'vendorId'),
          ('actor_kind', actor_kind is distinct from body::jsonb#>>'{actor,kind}'),
          ('actor_id', actor_id is distinct from body::jsonb#>>'{actor,id}'),
          ('actor_name', actor_name is distinct from body::jsonb#>>'{actor,name}')) as c(name, differs) where differs)
        end as fault
      from chained
    )
    select count(*)::int as rows, max(seq)::float8 as seq, (array_agg(encode(hash, 'hex') order by seq desc))[1] as hash,
      jsonb_agg(jsonb_build_object('seq', seq, 'kind', split_part(fault, ' ', 1), 'column', nullif(split_part(fault, ' ', 2), '')) order by seq)
        filter (where fault is not null) as breaks
    from checked`)
  return { rows: row?.rows ?? 0, seq: row?.seq ?? last.seq, hash: row?.hash ?? last.hash, breaks: row?.breaks ?? [] }
}

async function verifyHead(ctx: Context, last: Batch): Promise<TrailBreak[]> {
  const [head] = await ctx.db.select().from(trailHeads).where(eq(trailHeads.orgId, ctx.actor.orgId))
  const agrees = head ? head.seq === last.seq && head.hash.toString('hex') === last.hash : last.seq === 0
  return agrees ? [] : [{ kind: 'head', seq: last.seq }]
}

async function verifyCheckpoints(ctx: Context, found: Verification) {
  const { keyId, verify } = checkpointKey()
  const checkpoints = await ctx.db
    .select({
      orgId: trailCheckpoints.orgId,
      seq: trailCheckpoints.seq,
      hash: trailCheckpoints.hash,
      signature: trailCheckpoints.signature,
      keyId: trailCheckpoints.keyId,
      sealed: sql<boolean>`exists (select 1 from trail t where t.org_id = trail_checkpoints.org_id and t.seq = trail_checkpoints.seq and t.hash = trail_checkpoints.hash)`,
    })
    .from(trailCheckpoints)
    .where(eq(trailCheckpoints.orgId, ctx.actor.orgId))
    .orderBy(asc(trailCheckpoints.seq))
  for (const { sealed, signature, ...checkpoint } of checkpoints) {
    found.checkpoints += 1
    const isOurs = checkpoint.keyId === keyId
    if (!isOurs) found.unknownKeys += 1
    if (!sealed || (isOurs && !verify(checkpointBytes(checkpoint), signature))) found.breaks.push({ kind: 'checkpoint', seq: checkpoint.seq })
  }
}

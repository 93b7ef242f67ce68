import { sql } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import { signatureOf } from '../identity/actor.ts'

export type TrailEntry = {
  /** 'vendor.approve': subject and verb, as in the permission table. */
  action: string
  subjectType: string
  subjectId: string
  vendorId?: string
  before?: unknown
  after?: unknown
  /** What readers of the trail need besides: reasons, counts, names; never customer information or secrets. */
  data?: Record<string, unknown>
}

/** Remembers an entry for the open transaction: no trail entry, no change, and the other way round. */
export async function record(ctx: Context, entry: TrailEntry): Promise<void> {
  ctx.pending.push(entry)
}

/** Writes the transaction's entries in one call, as the exact bytes that the chain covers. */
export async function appendTrail(ctx: Context): Promise<void> {
  if (ctx.pending.length === 0) return
  const bodies = ctx.pending.map((entry) => bodyOf(ctx, entry))
  ctx.pending.length = 0
  await ctx.db.execute(sql`select trail_append(${sql.param(bodies)}::text[])`)
}

function bodyOf(ctx: Context, { before, after, ...entry }: TrailEntry): string {
  return JSON.stringify({ at: ctx.now.toISOString(), actor: signatureOf(ctx.actor), ...entry, ...changes(before, after) })
}

/** Only what changed: a row's other columns say nothing about this act. */
function changes(before: unknown, after: unknown): { before?: unknown; after?: unknown } {
  if (!isRow(before) || !isRow(after)) return { before: plain(before), after: plain(after) }
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return { before: plain(pick(before, keys)), after: plain(pick(after, keys)) }
}

const NEVER = new Set(['revision', 'updatedAt', 'passwordHash', 'tokenHash', 'codeHash', 'key'])

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pick = (row: Record<string, unknown>, keys: string[]) => Object.fromEntries(keys.map((key) => [key, row[key]]))

const plain = (value: unknown) =>
  isRow(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !NEVER.has(key))) : value

import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import type { RiskBand, Tier } from '#db/schema/index.ts'
import type { OpenMatter, TaskKind } from './work.ts'

type MatterRow = {
  kind: TaskKind
  id: string
  words: Record<string, string | number>
  due_on: string | null
  due_at: string | null
  owner_id: string | null
  not_by: string | null
  clause: string | null
  vendor_id: string
  vendor_name: string
  vendor_name_alt: string | null
  tier: Tier | null
  band: RiskBand | null
  residual_h: number | null
}

/** How far ahead work is looked for, in days. */
export const HORIZON_DAYS = 30
/** The most that one kind of source puts into a list. */
const MOST = 300

type Matter = {
  kind: SQL
  id: SQL
  words: SQL
  due?: SQL
  dueAt?: SQL
  owner?: SQL
  notBy?: SQL
  clause?: SQL
  from: SQL
  where: SQL
}

/** Reads one source of work with its vendor (`v`), the earliest due first. */
export async function readMatters(ctx: Context, { kind, id, words, due, dueAt, owner, notBy, clause, from, where }: Matter): Promise<OpenMatter[]> {
  const none = sql`null`
  const rows = await ctx.db.execute<MatterRow>(sql`
    select ${kind} as kind, ${id}::text as id, ${words} as words, (${due ?? none})::text as due_on, (${dueAt ?? none})::timestamptz::text as due_at,
      (${owner ?? none})::text as owner_id, (${notBy ?? none})::text as not_by, (${clause ?? none})::text as clause,
      v.id as vendor_id, v.name as vendor_name, v.name_alt as vendor_name_alt, v.tier, v.band_live as band, v.residual_live_h as residual_h
    from ${from} where v.org_id = ${ctx.actor.orgId} and ${where}
    order by due_on nulls last, id limit ${MOST}`)
  return rows.map(asMatter)
}

function asMatter(row: MatterRow): OpenMatter {
  return {
    kind: row.kind,
    id: row.id,
    words: row.words,
    vendor: { id: row.vendor_id, name: row.vendor_name, nameAlt: row.vendor_name_alt, tier: row.tier, band: row.band, residualH: row.residual_h },
    ...(row.due_on !== null && { dueOn: row.due_on }),
    ...(row.due_at !== null && { dueAt: new Date(row.due_at) }),
    ...(row.owner_id !== null && { ownerId: row.owner_id }),
    ...(row.not_by !== null && { notBy: row.not_by }),
    ...(row.clause !== null && { clause: row.clause }),
  }
}

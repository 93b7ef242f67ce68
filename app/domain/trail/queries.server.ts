import { and, desc, eq, gte, like, lt, sql, type SQL } from 'drizzle-orm'
import { trail, vendors } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'

export type TrailFilter = {
  /** Entries before this sequence number: the next page. */
  before?: number
  actorId?: string
  /** A whole action, or a subject with everything done to it: 'vendor.'. */
  action?: string
  vendorId?: string
  subjectId?: string
  /** Instants: from included, until excluded. */
  from?: Date
  until?: Date
}

type TrailRow = {
  seq: number
  at: Date
  action: string
  subjectType: string
  subjectId: string
  vendorId: string | null
  vendorName: string | null
  actorKind: string
  actorId: string | null
  actorName: string | null
  before?: unknown
  after?: unknown
  data?: Record<string, unknown>
}

export const TRAIL_PAGE = 50

/** Entries that fit, the newest first; one more than a page tells that there is a next one. */
export async function listTrail(ctx: Context, filter: TrailFilter): Promise<TrailRow[]> {
  requirePermission(ctx, 'trail.read')
  const rows = await ctx.db
    .select({
      seq: trail.seq,
      at: trail.at,
      action: trail.action,
      subjectType: trail.subjectType,
      subjectId: trail.subjectId,
      vendorId: trail.vendorId,
      vendorName: vendors.name,
      actorKind: trail.actorKind,
      actorId: trail.actorId,
      actorName: trail.actorName,
      body: trail.body,
    })
    .from(trail)
    .leftJoin(vendors, and(eq(vendors.orgId, trail.orgId), eq(vendors.id, trail.vendorId)))
    .where(and(eq(trail.orgId, ctx.actor.orgId), ...conditions(filter)))
    .orderBy(desc(trail.seq))
    .limit(TRAIL_PAGE + 1)
  return rows.map(({ body, ...row }) => ({ ...row, ...told(body) }))
}

type Told = Pick<TrailRow, 'before' | 'after' | 'data'>

/** What an entry tells besides its columns; nothing when its bytes were tampered with, which verification says. */
function told(body: string): Told {
  try {
    const { before, after, data } = JSON.parse(body) as Told
    return { before, after, data }
  } catch {
    return {}
  }
}

function conditions({ before, actorId, action, vendorId, subjectId, from, until }: TrailFilter): (SQL | undefined)[] {
  return [
    before === undefined ? undefined : lt(trail.seq, before),
    actorId === undefined ? undefined : eq(trail.actorId, actorId),
    action === undefined ? undefined : action.endsWith('.') ? like(trail.action, `${action.replace(/[\\%_]/g, '\\$&')}%`) : eq(trail.action, action),
    vendorId === undefined ? undefined : eq(trail.vendorId, vendorId),
    subjectId === undefined ? undefined : eq(trail.subjectId, subjectId),
    from === undefined ? undefined : gte(trail.at, from),
    until === undefined ? undefined : lt(trail.at, until),
  ]
}

type TrailActor = { id: string; name: string }

/** People who may be asked for in a filter: everyone who ever belonged to the organisation. */
export async function listTrailActors(ctx: Context): Promise<TrailActor[]> {
  requirePermission(ctx, 'trail.read')
  return ctx.db.execute<TrailActor>(sql`
    select u.id, u.name from memberships m join users u on u.id = m.user_id where m.org_id = ${ctx.actor.orgId} order by u.name, u.id`)
}

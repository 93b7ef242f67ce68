import { and, eq, sql } from 'drizzle-orm'
import { vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { liveResidual, type LiveEvents } from '../scoring/live-residual.ts'
import { bandOf, type Band } from '../scoring/residual.ts'
import { record } from '../trail/record.server.ts'
import { flagIsUp } from './flags.server.ts'
import { todayOf } from './today.server.ts'

type LiveVendor = { id: string; residualH: number; residualLiveH: number | null; bandLive: Band | null; events: LiveEvents }

/** Brings one vendor's live residual and band up to date (scoring.md §12); true when they changed. */
export async function refreshLiveResidual(ctx: Context, vendorId: string): Promise<boolean> {
  return (await refreshLiveResiduals(ctx, vendorId)) > 0
}

/** The same for every vendor that was ever decided on, for the daily run: how many changed. An unchanged vendor is not written. */
export async function refreshLiveResiduals(ctx: Context, vendorId?: string): Promise<number> {
  let changed = 0
  for (const vendor of await listLiveVendors(ctx, vendorId)) if (await refresh(ctx, vendor)) changed += 1
  return changed
}

async function refresh(ctx: Context, { id, events, ...before }: LiveVendor): Promise<boolean> {
  const residualLiveH = liveResidual(before.residualH, events)
  const bandLive = bandOf(residualLiveH)
  if (before.residualLiveH === residualLiveH && before.bandLive === bandLive) return false
  const [after] = await ctx.db
    .update(vendors)
    .set({ residualLiveH, bandLive }) // neither revision nor updatedAt: nobody has edited the vendor
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, id), eq(vendors.residualH, before.residualH)))
    .returning()
  if (!after) return false
  await record(ctx, {
    action: 'vendor.refresh_residual', subjectType: 'vendor', subjectId: id, vendorId: id,
    before, after: { ...before, residualLiveH, bandLive }, data: { ...events },
  })
  return true
}

/** What has happened to each vendor since its decision. The log gap stays false until deliveries are kept. */
export async function listLiveVendors(ctx: Context, vendorId?: string): Promise<LiveVendor[]> {
  const today = todayOf(ctx)
  const rows = await ctx.db.execute<Row>(sql`
    select vendors.id, vendors.residual_h, vendors.residual_live_h, vendors.band_live, ${flagIsUp(ctx, 'AUDIT_OVERDUE')} as audit_overdue,
      coalesce(c.critical, 0) as critical, coalesce(c.high, 0) as high, coalesce(c.other, 0) as other, coalesce(c.closed, 0) as closed,
      (select count(*)::int from findings f where f.org_id = vendors.org_id and f.vendor_id = vendors.id and f.severity in ('critical', 'high')
        and f.status not in ('verified', 'accepted') and f.due_on < ${today}) as findings
    from vendors left join lateral (
      select (count(*) filter (where ${CONFIRMED} and severity = 'critical'))::int as critical,
        (count(*) filter (where ${CONFIRMED} and severity = 'high'))::int as high,
        (count(*) filter (where ${CONFIRMED} and severity in ('medium', 'low')))::int as other,
        (count(*) filter (where state = 'closed_remediated' and closed_at > ${ctx.now.toISOString()}::timestamptz - interval '12 months'))::int as closed
      from cases where cases.org_id = vendors.org_id and cases.vendor_id = vendors.id
    ) c on true
    where vendors.org_id = ${ctx.actor.orgId} and vendors.residual_h is not null ${vendorId === undefined ? sql`` : sql`and vendors.id = ${vendorId}`}`)
  return rows.map((row) => ({
    id: row.id,
    residualH: row.residual_h,
    residualLiveH: row.residual_live_h,
    bandLive: row.band_live,
    events: {
      criticalCases: row.critical,
      highCases: row.high,
      otherCases: row.other,
      auditOverdue: row.audit_overdue,
      overdueHighFindings: row.findings,
      logGap: false,
      closedLast12Months: row.closed,
    },
  }))
}

const CONFIRMED = sql`state in ('confirmed', 'downgrade_review', 'must_terminate', 'terminating', 'remediation', 'remediation_verified')`

type Row = {
  id: string
  residual_h: number
  residual_live_h: number | null
  band_live: Band | null
  audit_overdue: boolean
  critical: number
  high: number
  other: number
  closed: number
  findings: number
}

import { sql } from 'drizzle-orm'
import type { RiskBand, Severity, Tier } from '#db/schema/index.ts'
import { OPEN_AUDIT_STATES } from '../audits/audit.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { todayOf } from '../vendors/today.server.ts'
import type { Age } from './ages.ts'

/** Vendors that hold customer information or still have to give it back. */
export const COUNTED_STATUSES = ['active', 'suspended', 'terminating'] as const

export type RiskPicture = {
  today: string
  matrix: { tier: Tier; band: RiskBand; count: number }[]
  findings: { severity: Severity; age: Age; count: number }[]
  audits: { id: string; ref: string; vendorId: string; vendorName: string; vendorNameAlt: string | null; tier: Tier | null; dueOn: string; legalCap: string; days: number }[]
}

const list = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

/** Inherent tier by residual band now, open findings by severity and age, overdue audits: everything the page and the table file show, at one instant. */
export async function readRisk(ctx: Context): Promise<RiskPicture> {
  requirePermission(ctx, 'vendor.read')
  const org = ctx.actor.orgId
  const [row] = await ctx.db.execute<RiskPicture>(sql`
    with day as (select ${todayOf(ctx)} as today)
    select day.today::text as today,
      (select coalesce(jsonb_agg(m), '[]') from (
        select tier, band_live as band, count(*)::int as count from vendors
        where org_id = ${org} and status in (${list(COUNTED_STATUSES)}) and tier is not null and band_live is not null
        group by tier, band_live order by tier, band_live) m) as matrix,
      (select coalesce(jsonb_agg(f), '[]') from (
        select severity, case when age <= 30 then 'd30' when age <= 60 then 'd60' when age <= 90 then 'd90' else 'older' end as age, count(*)::int as count
        from (select g.severity, day.today - (g.created_at at time zone o.zone)::date as age
          from findings g join organisations o on o.id = g.org_id
          where g.org_id = ${org} and g.status not in ('verified', 'accepted')) aged
        group by 1, 2) f) as findings,
      (select coalesce(jsonb_agg(a order by a."dueOn", a.id), '[]') from (
        select a.id, a.ref, v.id as "vendorId", v.name as "vendorName", v.name_alt as "vendorNameAlt", v.tier, a.due_effective::text as "dueOn",
          a.legal_cap::text as "legalCap", day.today - a.due_effective as days
        from audit_cycles a join vendors v on v.org_id = a.org_id and v.id = a.vendor_id and v.status not in ('terminated', 'banned')
        where a.org_id = ${org} and a.due_effective < day.today and (a.state in (${list(OPEN_AUDIT_STATES)})
          or (a.state = 'refused' and not exists (select from audit_cycles l where l.org_id = a.org_id and l.vendor_id = a.vendor_id
            and l.state = 'closed' and l.completed_on > a.due_effective)))
        order by a.due_effective, a.id limit 200) a) as audits
    from day`)
  return row! // `day` has one row
}

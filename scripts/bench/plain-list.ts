import type { Sql } from 'postgres'

export type PlainRow = Record<string, unknown> & { id: string; ref: string; name: string; name_alt: string | null; status: string }

/** The filter and order of the list that is measured, as our address says it. */
export const LIST = 'status=active&tier=T1&tier=T2&sort=-residual'

/** The list as somebody would write it by hand: the same columns, one organisation, no walls; the count ends at 1001 as ours does. */
export async function plainList(sql: Sql, orgId: string): Promise<{ vendors: PlainRow[]; count: number }> {
  const [vendors, [counted]] = await Promise.all([
    sql<PlainRow[]>`
      select v.id, v.ref, v.name, v.name_alt, v.reg_no, v.country, v.status, v.tier, v.band_live, v.residual_live_h, v.owner_id, v.updated_at,
        u.name as owner_name, next.due as next_on, next.kind as next_kind,
        array_remove(array[
          case when exists (select 1 from cases c where c.org_id = v.org_id and c.vendor_id = v.id and c.state in ('must_terminate', 'terminating')) then 'MUST_TERMINATE' end,
          case when exists (select 1 from audit_cycles a where a.org_id = v.org_id and a.vendor_id = v.id and a.due_effective < current_date
            and a.state not in ('closed', 'cancelled_terminated')) then 'AUDIT_OVERDUE' end,
          case when v.suspended_at is not null or v.status in ('suspended', 'terminating') then 'SUPPLY_SUSPENDED' end]::text[], null) as flags
      from (select * from vendors where org_id = ${orgId} and status = 'active' and tier in ('T1', 'T2')
        order by coalesce(residual_live_h, -1) desc, id desc limit 50) v
      left join users u on u.id = v.owner_id
      left join lateral (select due, kind from (
        select min(due_effective) as due, 'audit' as kind from audit_cycles where org_id = v.org_id and vendor_id = v.id and state not in ('closed', 'cancelled_terminated')
        union all select min(due_on), 'finding' from findings where org_id = v.org_id and vendor_id = v.id and status in ('open', 'plan_received', 'fixed', 'rejected')
        union all select min(auth_end), 'agreement_end' from agreements where org_id = v.org_id and vendor_id = v.id and status = 'active'
        union all select min(due_on), 'questionnaire' from assessments where org_id = v.org_id and vendor_id = v.id and status in ('invited', 'in_progress', 'returned')
        union all select v.reassess_due_on, 'reassessment') dates where due is not null order by due, kind limit 1) next on true
      order by coalesce(v.residual_live_h, -1) desc, v.id desc`,
    sql<{ count: number }[]>`select count(*)::int as count from (
      select 1 from vendors where org_id = ${orgId} and status = 'active' and tier in ('T1', 'T2') limit 1001) counted`,
  ])
  return { vendors, count: counted?.count ?? 0 }
}

import { sql } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import type { NextDate } from './next-date.ts'

/** The next dates of a vendor from `today` on, the nearest first. */
export async function listNextDates(ctx: Context, vendorId: string, { today, limit = 3 }: { today: string; limit?: number }): Promise<NextDate[]> {
  const own = sql`org_id = ${ctx.actor.orgId} and vendor_id = ${vendorId}`
  const rows = await ctx.db.execute<NextDate>(sql`select "on"::text, kind, ref, id from (
    select due_effective as "on", 'audit' as kind, ref, id from audit_cycles where ${own} and state not in ('closed', 'cancelled_terminated', 'refused')
    union all select start_on, 'audit_start', ref, id from audit_cycles where ${own} and state in ('planned', 'notified') and start_on is not null
    union all select due_on, 'finding', ref, id from findings where ${own} and status not in ('verified', 'accepted')
    union all select auth_end, 'agreement_end', number, id from agreements where ${own} and status = 'active'
    union all select due_on, 'questionnaire', ref, id from assessments where ${own} and status in ('invited', 'in_progress', 'returned')
    union all select expires_on, 'certificate', (select f.name from files f where f.org_id = evidence.org_id and f.id = evidence.file_id), id
      from evidence where ${own} and expires_on is not null
    union all select ((notice_due_at - interval '1 millisecond') at time zone o.zone)::date, 'notice', c.ref, c.id from cases c join organisations o on o.id = c.org_id
      where c.org_id = ${ctx.actor.orgId} and c.vendor_id = ${vendorId} and c.state = 'must_terminate' and c.notice_due_at is not null
    union all select reassess_due_on, 'reassessment', ref, null from vendors where org_id = ${ctx.actor.orgId} and id = ${vendorId} and reassess_due_on is not null
      and status in ('active', 'suspended')
  ) dates where "on" >= ${today}::date order by "on", kind, ref limit ${limit}`)
  return [...rows]
}

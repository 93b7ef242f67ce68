import { sql } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import { asId } from '../input.ts'
import { todayOf } from '../vendors/today.server.ts'

export type AwaitingAgreement = { id: string; ref: string; title: string }

/** Engagements of the vendor that were approved, whose approval has not lapsed, and which have no agreement in the making or running. */
export async function listAwaitingAgreement(ctx: Context, vendorId: string): Promise<AwaitingAgreement[]> {
  return ctx.db.execute<AwaitingAgreement>(sql`
    select e.id, e.ref, e.title
    from engagements e
    join lateral (
      select d.outcome, d.lapses_on from decisions d join assessments a on a.org_id = d.org_id and a.id = d.assessment_id
      where d.org_id = e.org_id and a.engagement_id = e.id and d.confirmed_at is not null
      order by d.confirmed_at desc limit 1
    ) latest on true
    where e.org_id = ${ctx.actor.orgId} and e.vendor_id = ${asId(vendorId)} and e.status = 'submitted'
      and latest.outcome in ('approve', 'conditional') and (latest.lapses_on is null or latest.lapses_on >= ${todayOf(ctx)})
      and not exists (
        select 1 from agreements g
        where g.org_id = e.org_id and g.engagement_id = e.id and g.status not in ('void', 'superseded', 'expired', 'terminated')
      )
    order by e.ref`)
}

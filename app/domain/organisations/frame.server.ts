import { sql } from 'drizzle-orm'
import { WITH_COMPANY } from '../assessments/assessment.ts'
import { OPEN_AUDIT_STATES } from '../audits/audit.ts'
import type { Context } from '../context.server.ts'
import type { Member } from '../identity/actor.ts'
import { CLOSED_CASE_STATES } from '../violations/case.ts'

export type FrameCounts = {
  /** Vendors that carry MUST_TERMINATE, and when the nearest termination notice is due. */
  mustTerminate: number
  noticeDueAt: Date | undefined
  /** Vendors that carry AUDIT_OVERDUE, and for how many days the longest. */
  auditOverdue: number
  auditOverdueDays: number
  toReview: number
  openFindings: number
  openCases: number
  unread: number
}

const list = (states: readonly string[]) => sql.raw(states.map((state) => `'${state}'`).join(', '))

/** A navigation figure need not be exact beyond what fits beside a word. */
const upTo = 999

/** What the frame of every page shows, in one round trip over indexes: legal flags (notifier.md rule 12) and what waits. */
export async function countFrame(ctx: Context<Member>): Promise<FrameCounts> {
  const { orgId, userId } = ctx.actor
  const today = sql`(select (${ctx.now.toISOString()}::timestamptz at time zone o.zone)::date from organisations o where o.id = ${orgId})`
  const few = (rows: ReturnType<typeof sql>) => sql`(select count(*)::int from (${rows} limit ${upTo}) few)`
  const [row] = await ctx.db.execute<Row>(sql`
    with must as (
      select count(distinct vendor_id)::int as n,
        (extract(epoch from min(notice_due_at) filter (where state = 'must_terminate')) * 1000)::float8 as due
      from cases where org_id = ${orgId} and state in ('must_terminate', 'terminating')
    ), late as (
      select count(distinct a.vendor_id)::int as n, (${today} - min(a.due_effective))::int as days
      from audit_cycles a join vendors v on v.org_id = a.org_id and v.id = a.vendor_id and v.status not in ('terminated', 'banned')
      where a.org_id = ${orgId} and a.state in (${list([...OPEN_AUDIT_STATES, 'refused'])}) and a.due_effective < ${today}
        and (a.state <> 'refused' or not exists (select 1 from audit_cycles l
          where l.org_id = a.org_id and l.vendor_id = a.vendor_id and l.state = 'closed' and l.completed_on > a.due_effective))
    )
    select must.n as must, must.due, late.n as late, late.days,
      ${few(sql`select 1 from assessments where org_id = ${orgId} and status in (${list(WITH_COMPANY)})`)} as review,
      ${few(sql`select 1 from findings where org_id = ${orgId} and status not in ('verified', 'accepted')`)} as findings,
      ${few(sql`select 1 from cases where org_id = ${orgId} and state not in (${list(CLOSED_CASE_STATES)})`)} as cases,
      ${few(sql`select 1 from deliveries where org_id = ${orgId} and recipient = ${userId} and channel = 'in_app' and read_at is null`)} as unread
    from must, late`)
  return {
    mustTerminate: row?.must ?? 0,
    noticeDueAt: row?.due ? new Date(row.due) : undefined,
    auditOverdue: row?.late ?? 0,
    auditOverdueDays: row?.days ?? 0,
    toReview: row?.review ?? 0,
    openFindings: row?.findings ?? 0,
    openCases: row?.cases ?? 0,
    unread: row?.unread ?? 0,
  }
}

type Row = { must: number; due: number | null; late: number; days: number | null; review: number; findings: number; cases: number; unread: number }

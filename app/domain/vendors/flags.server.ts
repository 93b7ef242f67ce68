import { sql, type SQL } from 'drizzle-orm'
import { OPEN_AUDIT_STATES } from '../audits/audit.ts'
import type { Context } from '../context.server.ts'
import { COMPUTED_FLAGS, type ComputedFlag } from './computed-flag.ts'
import { todayOf } from './today.server.ts'

const OPEN_AUDITS = sql.raw(OPEN_AUDIT_STATES.map((state) => `'${state}'`).join(', '))

// Columns are written out: drizzle drops table names from the fields of a select over one table.
const MUST_TERMINATE = sql<boolean>`exists (select 1 from cases c where c.org_id = vendors.org_id and c.vendor_id = vendors.id
  and c.state in ('must_terminate', 'terminating'))`

const SUPPLY_SUSPENDED = sql<boolean>`(vendors.suspended_at is not null or vendors.status in ('suspended', 'terminating'))`

/** As auditIsOverdue() says it: past due and unclosed; refused counts until a later audit is completed or the vendor has ended. */
const auditOverdue = (today: SQL) => sql<boolean>`(vendors.status not in ('terminated', 'banned') and exists (
  select 1 from audit_cycles a where a.org_id = vendors.org_id and a.vendor_id = vendors.id and a.due_effective < ${today}
  and (a.state in (${OPEN_AUDITS}) or (a.state = 'refused' and not exists (
    select 1 from audit_cycles l where l.org_id = a.org_id and l.vendor_id = a.vendor_id and l.state = 'closed' and l.completed_on > a.due_effective)))))`

/** Whether a flag is up (notifier.md rule 12), asked of the row of `vendors` at hand: lists, headers and filters use this one expression. */
export function flagIsUp(ctx: Context, flag: ComputedFlag): SQL<boolean> {
  switch (flag) {
    case 'MUST_TERMINATE':
      return MUST_TERMINATE
    case 'AUDIT_OVERDUE':
      return auditOverdue(todayOf(ctx))
    case 'SUPPLY_SUSPENDED':
      return SUPPLY_SUSPENDED
  }
}

/** The flags that are up, as a text array, heaviest first. */
export function flagsUp(ctx: Context): SQL<ComputedFlag[]> {
  const each = COMPUTED_FLAGS.map((flag) => sql`case when ${flagIsUp(ctx, flag)} then ${sql.raw(`'${flag}'`)} end`)
  return sql<ComputedFlag[]>`array_remove(array[${sql.join(each, sql`, `)}]::text[], null)`
}

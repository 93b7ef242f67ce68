import { sql, type SQL } from 'drizzle-orm'
import { requirePermission, type Context } from '../context.server.ts'
import { can } from '../identity/actor.ts'
import { loadClock } from '../violations/load-clock.server.ts'
import { CALENDAR_KINDS, type CalendarEntry, type CalendarKind, type CalendarWhat } from './entry.ts'
import { ownDuties } from './own-duties.ts'

/** Two calendar dates, both included; no kinds means all of them. `mine`: vendors that the reader owns or judges. */
type EntryQuery = { from: string; to: string; kinds?: readonly CalendarKind[]; mine?: boolean }

/** Overdue entries, or those that are still to come. */
type Standing = { is: 'late' | 'ahead'; today: string }

function standing(ctx: Context, { is, today }: Standing): SQL {
  const late = sql`(on_date < ${today}::date or coalesce(at_ms <= ${ctx.now.getTime()}, false))`
  return is === 'late' ? sql`(not is_done and ${late})` : sql`(not is_done and not ${late})`
}

type Row = {
  kind: CalendarKind
  what: CalendarWhat
  day: string
  at_ms: number | null
  subject_id: string
  ref: string
  vendor_id: string
  vendor_name: string
  vendor_name_alt: string | null
  is_done: boolean
  is_clock: boolean
  day_count: number
}

type EntryList = { entries: CalendarEntry[]; /** How many there are on a day, where more are there than were listed. */ countOn: Map<string, number> }

/** The dates between two days, in order, at most `perDay` of each day. */
export async function listEntries(ctx: Context, query: EntryQuery & { perDay: number; only?: Standing; limit?: number }): Promise<EntryList> {
  const { zone, calendar } = await loadClock(ctx)
  const rows = await ctx.db.execute<Row>(sql`
    with entries as (${entriesOf(ctx, query, zone)}), ranked as (
      select *, row_number() over (partition by on_date order by is_clock desc, at_ms nulls last, kind, ref) as place, count(*) over (partition by on_date)::int as day_count
      from entries ${query.only ? sql`where ${standing(ctx, query.only)}` : sql``}
    )
    select ranked.*, ranked.on_date::text as day from ranked where place <= ${query.perDay} order by ranked.on_date, place limit ${query.limit ?? 1000}`)
  const own = query.mine || query.only?.is === 'late' ? [] : ownDuties({ ...query, kinds: kindsOf(ctx, query) }, calendar)
  const entries = [...rows.map(asEntry), ...own].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const countOn = new Map(rows.map((row) => [row.day, row.day_count]))
  for (const { on } of own) countOn.set(on, (countOn.get(on) ?? 0) + 1)
  return { entries, countOn }
}

type DayCount = { on: string; count: number; isLate: boolean }

/** How many dates each day has, and whether something on it is overdue. */
export async function countEntries(ctx: Context, query: EntryQuery & { today: string }): Promise<DayCount[]> {
  const { zone, calendar } = await loadClock(ctx)
  const rows = await ctx.db.execute<{ day: string; n: number; late: boolean }>(sql`
    with entries as (${entriesOf(ctx, query, zone)})
    select entries.on_date::text as day, count(*)::int as n, bool_or(${standing(ctx, { is: 'late', today: query.today })}) as late
    from entries group by entries.on_date`)
  const days = new Map(rows.map(({ day: on, n, late }) => [on, { on, count: n, isLate: late }]))
  for (const { on } of query.mine ? [] : ownDuties({ ...query, kinds: kindsOf(ctx, query) }, calendar)) {
    const day = days.get(on) ?? { on, count: 0, isLate: false }
    days.set(on, { ...day, count: day.count + 1 })
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** How many dates before the end of today are overdue. */
export async function countLate(ctx: Context, query: EntryQuery & { today: string }): Promise<number> {
  const { zone } = await loadClock(ctx)
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    with entries as (${entriesOf(ctx, query, zone)}) select count(*)::int as n from entries where ${standing(ctx, { is: 'late', today: query.today })}`)
  return row?.n ?? 0
}

function asEntry(row: Row): CalendarEntry {
  return {
    kind: row.kind, what: row.what, on: row.day, at: row.at_ms === null ? undefined : new Date(Number(row.at_ms)), subjectId: row.subject_id, ref: row.ref,
    vendorId: row.vendor_id, vendorName: row.vendor_name, vendorNameAlt: row.vendor_name_alt, isDone: row.is_done, isClock: row.is_clock,
  }
}

/** Cases stay with those who may read them. */
function kindsOf(ctx: Context, { kinds }: EntryQuery): CalendarKind[] {
  const asked: readonly CalendarKind[] = kinds && kinds.length > 0 ? kinds : CALENDAR_KINDS
  return asked.filter((kind) => kind !== 'step' || can(ctx.actor, 'violation.read'))
}

/** One branch a kind: each finds its rows by its own date, so that a month reads a month. */
function entriesOf(ctx: Context, query: EntryQuery, zone: string): SQL {
  requirePermission(ctx, 'audit.read')
  const kinds = kindsOf(ctx, query)
  const { from, to } = query
  const self = ctx.actor.kind === 'member' ? ctx.actor.userId : null
  const mine = query.mine ? sql`and (v.owner_id = ${self} or v.compliance_id = ${self})` : sql``
  const branch = (kind: CalendarKind, what: CalendarWhat, parts: Parts) => sql`
    select ${kind}::text as kind, ${what}::text as what, ${parts.on} as on_date, ${parts.at ?? sql`null::float8`} as at_ms, ${parts.id ?? sql`x.id`} as subject_id,
      ${parts.ref} as ref, v.id as vendor_id, v.name as vendor_name, v.name_alt as vendor_name_alt, ${parts.done} as is_done, ${parts.clock ?? sql`false`} as is_clock
    from ${parts.from} join vendors v on v.org_id = x.org_id and v.id = ${parts.vendor ?? sql`x.vendor_id`}
    where x.org_id = ${ctx.actor.orgId} and ${parts.on} between ${from} and ${to} ${parts.where ?? sql``} ${mine}`
  const branches: Record<Exclude<CalendarKind, 'quarterly' | 'yearly'>, SQL[]> = {
    audit: [
      branch('audit', 'audit', { on: sql`x.due_effective`, ref: sql`x.ref`, done: sql`x.state = 'closed'`, from: sql`audit_cycles x`, where: sql`and x.state <> 'cancelled_terminated'` }),
      branch('audit', 'start', {
        on: sql`x.start_on`, ref: sql`x.ref`, done: sql`x.state <> 'notified'`, from: sql`audit_cycles x`,
        where: sql`and x.state in ('notified', 'fieldwork', 'draft_report', 'vendor_response')`,
      }),
    ],
    agreement: [
      branch('agreement', 'agreement', { on: sql`x.auth_end`, ref: sql`x.number`, done: sql`x.status = 'expired'`, from: sql`agreements x`, where: sql`and x.status in ('signed', 'active', 'expired')` }),
    ],
    assessment: [
      branch('assessment', 'assessment', {
        on: sql`x.due_on`, ref: sql`x.ref`, done: sql`x.status not in ('invited', 'in_progress', 'returned')`, from: sql`assessments x`, where: sql`and x.status <> 'withdrawn'`,
      }),
    ],
    reassessment: [
      branch('reassessment', 'reassessment', { on: sql`x.reassess_due_on`, ref: sql`x.ref`, done: sql`false`, from: sql`vendors x`, vendor: sql`x.id`, where: sql`and x.status in ('active', 'suspended')` }),
    ],
    finding: [branch('finding', 'finding', { on: sql`x.due_on`, ref: sql`x.ref`, done: sql`x.status in ('verified', 'accepted')`, from: sql`findings x` })],
    evidence: [
      branch('evidence', 'evidence', {
        on: sql`x.expires_on`, ref: sql`f.name`,
        done: sql`exists (select 1 from evidence n where n.org_id = x.org_id and n.vendor_id = x.vendor_id and n.type = x.type and n.expires_on > x.expires_on)`,
        from: sql`evidence x join files f on f.org_id = x.org_id and f.id = x.file_id`,
        where: sql`and v.status not in ('terminated', 'banned', 'withdrawn', 'rejected')`,
      }),
    ],
    step: [
      branch('step', 'step', {
        on: sql`((x.due_at - interval '1 millisecond') at time zone ${zone})::date`, at: sql`(extract(epoch from x.due_at) * 1000)::float8`, id: sql`c.id`, ref: sql`x.step_id`,
        done: sql`(x.done_at is not null or x.waived_at is not null)`, clock: sql`x.step_id = 'W-06'`, vendor: sql`c.vendor_id`,
        from: sql`case_steps x join cases c on c.org_id = x.org_id and c.id = x.case_id`,
      }),
    ],
  }
  const chosen = kinds.flatMap((kind) => (kind === 'quarterly' || kind === 'yearly' ? [] : branches[kind]))
  return chosen.length > 0 ? sql.join(chosen, sql` union all `) : NOTHING
}

/** Parts of a branch; `x` is the table that holds the date, `v` the vendor. */
type Parts = { on: SQL; ref: SQL; done: SQL; from: SQL; where?: SQL; id?: SQL; at?: SQL; clock?: SQL; vendor?: SQL }

const NOTHING = sql`select null::text as kind, null::text as what, null::date as on_date, null::float8 as at_ms, null::uuid as subject_id, null::text as ref,
  null::uuid as vendor_id, null::text as vendor_name, null::text as vendor_name_alt, null::boolean as is_done, null::boolean as is_clock where false`

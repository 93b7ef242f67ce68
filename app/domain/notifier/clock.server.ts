import { eq, sql } from 'drizzle-orm'
import { activateAgreements } from '#app/domain/agreements/activate-agreements.server.ts'
import { withContext, type Context } from '#app/domain/context.server.ts'
import { nextClockInstant } from '#app/domain/notifications/schedule.ts'
import { DAILY_RUN } from '#app/domain/notifications/stage-moment.ts'
import { drainTrail } from '#app/domain/notifier/drain-trail.server.ts'
import { escalateUnacknowledged } from '#app/domain/notifier/escalate-unacknowledged.server.ts'
import { alertBook, raiseAlerts, type RaisedAlert } from '#app/domain/notifier/raise-alerts.server.ts'
import { sendDeliveries } from '#app/domain/notifier/send-deliveries.server.ts'
import { allSubjects } from '#app/domain/notifier/subjects.server.ts'
import { addDays, atLocalTime, localDate, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import { loadBusinessCalendar } from '#app/domain/organisations/queries.server.ts'
import { refreshLiveResiduals } from '#app/domain/vendors/refresh-live-residual.server.ts'
import { runCaseClocks } from '#app/domain/violations/run-case-clocks.server.ts'
import { organisations } from '#db/schema/index.ts'
import { rawSql } from '#db/client.server.ts'

/** Organisations for which something is due at an instant: their 09:00 run, or a clock. One query, whatever their number. */
export async function organisationsDue(now: Date): Promise<string[]> {
  const at = now.toISOString()
  const rows = await rawSql()<{ id: string }[]>`
    select id from organisations
    where clock_due_at is null or clock_due_at <= ${at}
      or ((${at}::timestamptz at time zone zone)::time >= '09:00'
        and (daily_run_on is null or daily_run_on < (${at}::timestamptz at time zone zone)::date))
    order by id`
  return rows.map(({ id }) => id)
}

/** Every organisation of the installation. */
export async function organisationsAll(): Promise<string[]> {
  const rows = await rawSql()<{ id: string }[]>`select id from organisations order by id`
  return rows.map(({ id }) => id)
}

/** Everything due at `now` for one organisation: states that change with time, alerts, what follows from the trail, then mail. */
export async function runOrganisation(orgId: string, now: Date): Promise<RaisedAlert[]> {
  const raised = await withContext({ kind: 'system', orgId, job: 'clock' }, { now }, async (ctx) => {
    await activateAgreements(ctx)
    await runCaseClocks(ctx)
    const decided = await raiseAlerts(ctx)
    await escalateUnacknowledged(ctx)
    await refreshLiveResiduals(ctx)
    await noteRun(ctx)
    return decided
  })
  raised.push(...(await readTrail(orgId, now)))
  await sendDeliveries(orgId, now)
  return raised
}

/** Reads the organisation's unread entries to the end, and what those reactions wrote themselves. */
export async function readTrail(orgId: string, now: Date): Promise<RaisedAlert[]> {
  const raised: RaisedAlert[] = []
  for (;;) {
    const drained = await withContext({ kind: 'system', orgId, job: 'trail' }, { now }, async (ctx) => {
      const result = await drainTrail(ctx)
      if (result.read > 0) await bringClockForward(ctx)
      return result
    })
    raised.push(...drained.raised)
    if (drained.read === 0) return raised
  }
}

async function noteRun(ctx: Context) {
  const { zone } = await organisationOf(ctx)
  const today = localDate(ctx.now, zone)
  const hadDailyRun = ctx.now >= atLocalTime(today, DAILY_RUN, zone)
  await ctx.db
    .update(organisations)
    .set({ clockDueAt: await nextClock(ctx, zone), ...(hadDailyRun && { dailyRunOn: today }) })
    .where(eq(organisations.id, ctx.actor.orgId))
}

/** A new entry may start a clock that ends before the next instant that was known. */
async function bringClockForward(ctx: Context) {
  const { zone } = await organisationOf(ctx)
  const next = (await nextClock(ctx, zone)).toISOString()
  await ctx.db
    .update(organisations)
    .set({ clockDueAt: sql`least(${organisations.clockDueAt}, ${next})` })
    .where(eq(organisations.id, ctx.actor.orgId))
}

/** The next minute at which an alert's clock strikes; at the latest the next local midnight, when dates begin and end. */
async function nextClock(ctx: Context, zone: string): Promise<Date> {
  const where = { calendar: await loadBusinessCalendar(ctx), zone }
  const book = alertBook()
  const strikes = (await allSubjects(ctx, zone)).flatMap((subject) =>
    subject.alerts.flatMap((id) => {
      const alert = book.get(id)
      if (!alert || (subject.ladder.stoppedAt && subject.ladder.stoppedAt <= ctx.now)) return []
      const at = nextClockInstant(alert, subject.ladder, ctx.now, where)
      return at ? [at] : []
    }),
  )
  const midnight = localMidnight(addDays(localDate(ctx.now, zone), 1), zone)
  return new Date(Math.min(midnight.getTime(), ...strikes.map((at) => at.getTime())))
}

async function organisationOf(ctx: Context): Promise<{ zone: string }> {
  const [organisation] = await ctx.db.select({ zone: organisations.zone }).from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  if (!organisation) throw new Error('the organisation is gone')
  return organisation
}

/** Wakes `heard` with an organisation's id after each of its writes, until the returned function is called. */
export async function listenToTrail(heard: (orgId: string) => void): Promise<() => Promise<void>> {
  const listening = await rawSql().listen('trail', heard)
  return () => listening.unlisten()
}

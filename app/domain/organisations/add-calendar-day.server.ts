import { ne } from 'drizzle-orm'
import { calendarDays } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { CalendarDayInput } from './input.ts'

/** Marks a day as holiday or as worked. A day that was the other changes; one that is the same already is a conflict. */
export async function addCalendarDay(ctx: Context, { day, kind }: CalendarDayInput) {
  requirePermission(ctx, 'organisation.update')
  return inTransaction(ctx, async (ctx) => {
    const { orgId } = ctx.actor
    const [saved] = await ctx.db
      .insert(calendarDays)
      .values({ orgId, day, kind })
      .onConflictDoUpdate({ target: [calendarDays.orgId, calendarDays.day], set: { kind }, setWhere: ne(calendarDays.kind, kind) })
      .returning({ day: calendarDays.day })
    if (!saved) throw new Problem('conflict', 'form.check', {}, [{ field: 'day', key: `organisations.calendar.known_${kind}` }])
    await record(ctx, { action: 'calendar.add_day', subjectType: 'organisation', subjectId: orgId, data: { day, kind } })
  })
}

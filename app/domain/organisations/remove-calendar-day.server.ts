import { and, eq } from 'drizzle-orm'
import { calendarDays } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'

/** Makes a day ordinary again. Throws not-found for a day that is. */
export async function removeCalendarDay(ctx: Context, { day }: { day: string }) {
  requirePermission(ctx, 'organisation.update')
  return inTransaction(ctx, async (ctx) => {
    const { orgId } = ctx.actor
    const [removed] = await ctx.db
      .delete(calendarDays)
      .where(and(eq(calendarDays.orgId, orgId), eq(calendarDays.day, day)))
      .returning({ day: calendarDays.day, kind: calendarDays.kind })
    if (!removed) throw new Problem('not-found', 'errors.not_found')
    await record(ctx, { action: 'calendar.remove_day', subjectType: 'organisation', subjectId: orgId, data: removed })
  })
}

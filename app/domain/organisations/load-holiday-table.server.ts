import { calendarDays } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { daysOf, holidayTables } from './holiday-tables.server.ts'
import { getOrganisation } from './queries.server.ts'

/** Takes over the published table of a year for the organisation's country; days set by hand stay. Returns how many days are new. */
export async function loadHolidayTable(ctx: Context, { year }: { year: number }): Promise<number> {
  requirePermission(ctx, 'organisation.update')
  return inTransaction(ctx, async (ctx) => {
    const { country, id: orgId } = await getOrganisation(ctx)
    const table = holidayTables().find((each) => each.year === year && each.country === country)
    if (!table) throw new Problem('not-found', 'organisations.calendar.no_table', { year })
    const added = await ctx.db
      .insert(calendarDays)
      .values(daysOf(table).map((each) => ({ orgId, ...each })))
      .onConflictDoNothing()
      .returning({ day: calendarDays.day })
    await record(ctx, { action: 'calendar.load_table', subjectType: 'organisation', subjectId: orgId, data: { year, count: added.length } })
    return added.length
  })
}

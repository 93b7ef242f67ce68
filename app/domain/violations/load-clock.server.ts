import type { Context } from '../context.server.ts'
import { getOrganisation, loadBusinessCalendar } from '../organisations/queries.server.ts'
import type { Clock } from './deadlines.ts'

/** The organisation's business days and zone, by which every deadline of a case runs. */
export async function loadClock(ctx: Context): Promise<Clock> {
  const [organisation, calendar] = await Promise.all([getOrganisation(ctx), loadBusinessCalendar(ctx)])
  return { calendar, zone: organisation.zone }
}

import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { activateAgreement, activateVendor } from './activate-agreement.server.ts'
import { expireAgreement } from './expire-agreement.server.ts'
import { listAgreementsToTurn } from './queries.server.ts'

/** What the calendar does by itself: signed agreements take effect on their day, active ones end with their last. */
export async function activateAgreements(ctx: Context): Promise<void> {
  const { zone } = await getOrganisation(ctx)
  const today = localDate(ctx.now, zone)
  for (const agreement of await listAgreementsToTurn(ctx, today)) {
    if (agreement.status === 'signed') await activateAgreement(ctx, agreement)
    else if (agreement.authEnd < today) await expireAgreement(ctx, agreement.id)
    else await activateVendor(ctx, agreement)
  }
}

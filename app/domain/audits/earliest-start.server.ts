import type { Context } from '../context.server.ts'
import { getOrganisation, loadBusinessCalendar } from '../organisations/queries.server.ts'
import { agreedNumber } from './agreed-number.server.ts'
import { earliestAuditStart } from './audit-deadlines.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAuditedAgreement, getAuditRating } from './queries.server.ts'

/** The earliest instant at which an audit may start when its notice goes out now. */
export async function earliestStartOf(ctx: Context, audit: Pick<Audit, 'kind' | 'agreementId' | 'vendorId'>): Promise<Date> {
  const [{ zone }, calendar, { agreement }, { tier }] = await Promise.all([
    getOrganisation(ctx), loadBusinessCalendar(ctx), getAuditedAgreement(ctx, audit.agreementId), getAuditRating(ctx, audit.vendorId),
  ])
  return earliestAuditStart({ notifiedAt: ctx.now, special: audit.kind === 'special', noticeDays: agreedNumber(agreement, 'audit_notice_days', tier), calendar, zone })
}

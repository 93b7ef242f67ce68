import { and, eq } from 'drizzle-orm'
import { vendorContacts } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { makeLink } from '../portal/make-link.server.ts'
import { record } from '../trail/record.server.ts'
import { agreementCan } from './agreement.ts'
import { getAgreement } from './queries.server.ts'

const LINK_DAYS = 30

/** Makes a vendor contact's way to an agreement that waits for signatures, for handing over by other means than mail; lasts 30 days. */
export async function linkAgreement(ctx: Context, agreementId: string, { contactId }: { contactId: string }): Promise<{ link: string; name: string }> {
  requirePermission(ctx, 'agreement.send')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId)
    if (!agreementCan('sign', agreement)) throw new Problem('conflict', 'status.blocked.agreement.wrong_status')
    const [contact] = await ctx.db
      .select({ id: vendorContacts.id, name: vendorContacts.name })
      .from(vendorContacts)
      .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.vendorId, agreement.vendorId), eq(vendorContacts.id, contactId), eq(vendorContacts.isActive, true)))
    if (!contact) throw new Problem('not-found', 'errors.not_found')
    const link = await makeLink(ctx, { contactId, vendorId: agreement.vendorId, subjectType: 'agreement', subjectId: agreement.id, days: LINK_DAYS })
    await record(ctx, { action: 'agreement.link', subjectType: 'agreement', subjectId: agreement.id, vendorId: agreement.vendorId, data: { number: agreement.number, contactId, name: contact.name } })
    return { link, name: contact.name }
  })
}

import { and, eq, isNull } from 'drizzle-orm'
import { links } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { makeLink } from '../portal/make-link.server.ts'
import { record } from '../trail/record.server.ts'
import { getToday } from '../vendors/today.server.ts'
import { isWithVendor } from './assessment.ts'
import { changeAssessment } from './change-assessment.server.ts'
import { linkDays } from './due-date.ts'
import { getAssessment, type Assessment } from './queries.server.ts'
import { recipientOf, type RecipientChoice } from './recipient.server.ts'

/**
 * Sends the request again, to the same person or another one of the vendor. Every older link to it closes; the new one comes
 * back for *Copy link*. Throws conflict when it is not the vendor's turn.
 */
export async function resendAssessment(
  ctx: Context,
  { assessmentId, to }: { assessmentId: string; to?: RecipientChoice },
): Promise<{ assessment: Assessment; link: string }> {
  requirePermission(ctx, 'assessment.send')
  return inTransaction(ctx, async (ctx) => {
    const before = await getAssessment(ctx, assessmentId)
    if (!isWithVendor(before)) throw new Problem('conflict', 'assessments.not_with_vendor')
    const choice = to ?? (before.contactId ? { contactId: before.contactId } : undefined)
    if (!choice) throw new Problem('conflict', 'assessments.contact_left')
    const contact = await recipientOf(ctx, before.vendorId, choice)
    await ctx.db
      .update(links)
      .set({ revokedAt: ctx.now })
      .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.subjectId, before.id), isNull(links.revokedAt)))
    const assessment = await changeAssessment(ctx, before, { contactId: contact.id })
    const { id: subjectId, vendorId, ref, dueOn } = assessment
    const days = linkDays(await getToday(ctx), dueOn)
    const link = await makeLink(ctx, { contactId: contact.id, vendorId, subjectType: 'assessment', subjectId, days })
    await record(ctx, { action: 'assessment.resend', subjectType: 'assessment', subjectId, vendorId, data: { ref, dueOn, contactId: contact.id } })
    return { assessment, link }
  })
}

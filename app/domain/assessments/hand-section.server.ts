import { and, eq, sql } from 'drizzle-orm'
import { assessments, vendorContacts } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { makeLink } from '../portal/make-link.server.ts'
import { contactOf, getOwnAssessment } from '../portal/queries.server.ts'
import { record } from '../trail/record.server.ts'
import { getToday } from '../vendors/today.server.ts'
import type { VendorContact } from '../vendors/queries.server.ts'
import { isWithVendor } from './assessment.ts'
import { linkDays } from './due-date.ts'
import { recipientOf, type RecipientChoice } from './recipient.server.ts'

type Handing = { assessmentId: string; section: string; to: RecipientChoice }

/** Hands a section to a colleague of the same company, who gets an own link. Throws invalid for an address of another company. */
export async function handSection(ctx: Context, { assessmentId, section, to }: Handing): Promise<{ colleague: VendorContact; link: string }> {
  requirePermission(ctx, 'portal.answer')
  return inTransaction(ctx, async (ctx) => {
    const { id, vendorId, status, dueOn } = await getOwnAssessment(ctx, assessmentId, { lock: true })
    if (!isWithVendor({ status })) throw new Problem('conflict', 'portal.not_open')
    if ('email' in to) await requireOwnDomain(ctx, to.email)
    const colleague = await recipientOf(ctx, vendorId, to)
    await ctx.db
      .update(assessments)
      .set({ assignees: sql`${assessments.assignees} || ${JSON.stringify({ [section]: colleague.id })}::jsonb`, updatedAt: ctx.now })
      .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, id)))
    const days = linkDays(await getToday(ctx), dueOn)
    const link = await makeLink(ctx, { contactId: colleague.id, vendorId, subjectType: 'assessment', subjectId: id, days })
    const data = { section, contactId: colleague.id, name: colleague.name, dueOn }
    await record(ctx, { action: 'assessment.hand', subjectType: 'assessment', subjectId: id, vendorId, data })
    return { colleague, link }
  })
}

/** A contact may bring in people of its own company only: the address tells. */
async function requireOwnDomain(ctx: Context, email: string) {
  const [own] = await ctx.db
    .select({ email: vendorContacts.email })
    .from(vendorContacts)
    .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.id, contactOf(ctx).contactId)))
  const domain = own?.email.split('@')[1]?.toLowerCase() ?? ''
  if (email.split('@')[1]?.toLowerCase() === domain) return
  throw new Problem('invalid', 'form.check', {}, [{ field: 'email', key: 'portal.hand.other_domain', data: { domain } }])
}

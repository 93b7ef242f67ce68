import { newId } from '#app/platform/ids.server.ts'
import { vendorContacts } from '#db/schema/index.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { getContact, listContacts, type VendorContact } from '../vendors/queries.server.ts'

/** A person of the vendor that is known, or one to be added. */
export type RecipientChoice = { contactId: string } | { name: string; email: string; language: Locale; title?: string }

/** The person that a request goes to, added to the vendor's people if new. Throws invalid for somebody of another vendor. */
export async function recipientOf(ctx: Context, vendorId: string, to: RecipientChoice): Promise<VendorContact> {
  if ('contactId' in to) {
    const known = await getContact(ctx, to.contactId)
    if (known.vendorId !== vendorId) throw new Problem('not-found', 'errors.not_found')
    if (!known.isActive) throw new Problem('invalid', 'form.check', {}, [{ field: 'contactId', key: 'assessments.contact_left' }])
    return known
  }
  if (ctx.actor.kind === 'member') requirePermission(ctx, 'contact.create')
  const others = await listContacts(ctx, vendorId)
  const same = others.find(({ email }) => email.toLowerCase() === to.email.toLowerCase())
  if (same?.isActive) return same
  if (same) throw new Problem('invalid', 'form.check', {}, [{ field: 'email', key: 'assessments.contact_left' }])
  const [added] = await ctx.db
    .insert(vendorContacts)
    .values({ orgId: ctx.actor.orgId, id: newId(), vendorId, ...to, isPrimary: others.length === 0, createdAt: ctx.now })
    .returning()
  if (!added) throw new Error('an insert that returns no row')
  await record(ctx, { action: 'contact.create', subjectType: 'contact', subjectId: added.id, vendorId, data: { name: added.name } })
  return added
}

import { messageIdOf } from '#app/platform/mail.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { deliveries } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { CODE_TEMPLATE } from '../mailbox/without-secret.server.ts'
import { renderMail, type MailTemplates } from '../notifications/mail.ts'
import { record } from '../trail/record.server.ts'
import type { FoundLink } from './find-link.server.ts'
import { CODE_MINUTES } from './link.ts'

/** Puts the code into the outbox, in the contact's language; the trail entry wakes the sender and never holds the code. */
export async function queueCodeMail(ctx: Context, { id, code, link }: { id: string; code: string; link: FoundLink }): Promise<void> {
  const { contact, vendor, organisation } = link
  const template = readTemplate<MailTemplates>('emails/vendor.yaml').mails[CODE_TEMPLATE]
  if (!template) throw new Error('templates/emails/vendor.yaml has no access-code')
  const own = contact.language === 'en' ? (organisation.nameAlt ?? organisation.name) : organisation.name
  const data = { organisation: own, code, minutes: CODE_MINUTES }
  const deliveryId = newId()
  await ctx.db.insert(deliveries).values({
    orgId: ctx.actor.orgId,
    id: deliveryId,
    key: `${CODE_TEMPLATE}|${id}`,
    template: CODE_TEMPLATE,
    recipient: contact.id,
    recipientKind: 'contact',
    email: contact.email,
    name: contact.name,
    language: contact.language,
    channel: 'email',
    ...renderMail(template, contact.language, data, contact.zone),
    status: 'pending',
    nextTryAt: ctx.now,
    messageId: messageIdOf(deliveryId),
    createdAt: ctx.now,
  })
  await record(ctx, { action: 'link.code', subjectType: 'link', subjectId: link.id, vendorId: vendor.id, data: { contactId: contact.id } })
}

import { messageIdOf } from '#app/platform/mail.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { deliveries } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { renderMail, type MailTemplates } from '../notifications/mail.ts'
import type { MailData } from '../notifications/mail-text.ts'

type Recipient = { id?: string; email: string; name: string; language: 'zh-CN' | 'en' }
type AccountMail = { template: 'password-reset' | 'invitation'; to: Recipient; link: string; values: MailData }

/** Puts a mail about a person's account into the outbox of the actor's organisation. The caller's trail entry wakes the sender. */
export async function queueAccountMail(ctx: Context, { template: name, to, link, values }: AccountMail) {
  const template = readTemplate<MailTemplates>('emails/account.yaml').mails[name]
  if (!template) throw new Error(`templates/emails/account.yaml has no ${name}`)
  const id = newId()
  await ctx.db.insert(deliveries).values({
    orgId: ctx.actor.orgId,
    id,
    key: `${name}|${id}`,
    template: name,
    recipient: to.id ?? to.email,
    recipientKind: to.id === undefined ? 'address' : 'member',
    email: to.email,
    name: to.name,
    language: to.language,
    channel: 'email',
    ...renderMail(template, to.language, { ...values, name: to.name, email: to.email, link }),
    link,
    status: 'pending',
    nextTryAt: ctx.now,
    messageId: messageIdOf(id),
    createdAt: ctx.now,
  })
}

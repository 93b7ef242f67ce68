import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { deliveries } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { fillAccountMail, type AccountMailTemplate } from './account-mail.ts'

type Recipient = { id?: string; email: string; name: string; language: 'zh-CN' | 'en' }
type Mail = { template: 'password-reset' | 'invitation'; to: Recipient; link: string; values?: Record<string, string> }

/** Puts a mail about a person's account into the outbox of the actor's organisation: sent by the next run, or shown in the mailbox without SMTP. */
export async function queueAccountMail(ctx: Context, { template, to, link, values }: Mail) {
  const { mails } = readTemplate<{ mails: Record<Mail['template'], AccountMailTemplate> }>('emails/account.yaml')
  const id = newId()
  await ctx.db.insert(deliveries).values({
    orgId: ctx.actor.orgId,
    id,
    key: `${template}|${id}`,
    template,
    recipient: to.id ?? to.email,
    recipientKind: to.id === undefined ? 'address' : 'member',
    email: to.email,
    name: to.name,
    language: to.language,
    channel: 'email',
    ...fillAccountMail(mails[template], { language: to.language, link, values: { name: to.name, email: to.email, ...values } }),
    link,
    status: env().SMTP_URL === undefined ? 'mailbox' : 'pending',
    nextTryAt: ctx.now,
    messageId: `<${id}@${new URL(env().PUBLIC_URL).hostname}>`,
    createdAt: ctx.now,
  })
}

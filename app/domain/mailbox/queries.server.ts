import { and, desc, eq, notInArray, sql } from 'drizzle-orm'
import { env } from '#app/platform/env.server.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { deliveries } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { can, type Actor } from '../identity/actor.ts'
import { asId } from '../input.ts'
import type { MailTemplates } from '../notifications/mail.ts'

export const MAIL_STATUSES = ['pending', 'sending', 'sent', 'failed', 'mailbox'] as const
export type MailStatus = (typeof MAIL_STATUSES)[number]
const MAIL_PAGE = 50

/** In a demo everybody may look, since nothing in it is a secret; else only who holds the permission. */
export function mayReadMailbox(actor: Actor): boolean {
  return can(actor, 'mailbox.read') || (env().CUSTODIA_MODE === 'demo' && actor.kind === 'member')
}

function requireMailbox(ctx: Context) {
  if (!mayReadMailbox(ctx.actor)) throw new Problem('forbidden', 'errors.not_allowed', { permission: 'mailbox.read' })
}

/** Mails that open an account are a key to it: outside a demo nobody reads them here. */
function readable(ctx: Context) {
  const account = Object.keys(readTemplate<MailTemplates>('emails/account.yaml').mails)
  return and(
    eq(deliveries.orgId, ctx.actor.orgId),
    eq(deliveries.channel, 'email'),
    env().CUSTODIA_MODE === 'demo' ? undefined : notInArray(deliveries.template, account),
  )
}

/** One page of the organisation's mails, the newest first; `after` is the id of the last row of the page before. */
export async function listMails(ctx: Context, { status, after }: { status?: MailStatus; after?: string } = {}) {
  requireMailbox(ctx)
  const beyond = after === undefined ? undefined : sql`(${deliveries.createdAt}, ${deliveries.id}) < (select d.created_at, d.id from deliveries d where d.org_id = ${ctx.actor.orgId} and d.id = ${asId(after)})`
  const rows = await ctx.db
    .select({
      id: deliveries.id,
      name: deliveries.name,
      email: deliveries.email,
      subject: deliveries.subject,
      language: deliveries.language,
      template: deliveries.template,
      status: deliveries.status,
      tries: deliveries.tries,
      errorCode: deliveries.errorCode,
      createdAt: deliveries.createdAt,
      sentAt: deliveries.sentAt,
    })
    .from(deliveries)
    .where(and(readable(ctx), status === undefined ? undefined : eq(deliveries.status, status), beyond))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(MAIL_PAGE + 1)
  const page = rows.slice(0, MAIL_PAGE)
  return { mails: page, next: rows.length > MAIL_PAGE ? page.at(-1)?.id : undefined }
}

/** Throws not-found for another organisation's mail, and for an account's outside a demo. */
export async function getMail(ctx: Context, mailId: string) {
  requireMailbox(ctx)
  const [mail] = await ctx.db
    .select()
    .from(deliveries)
    .where(and(readable(ctx), eq(deliveries.id, asId(mailId))))
  if (!mail) throw new Problem('not-found', 'errors.not_found')
  return mail
}

/** How many mails stand where. */
export async function countMails(ctx: Context): Promise<Record<MailStatus, number>> {
  requireMailbox(ctx)
  const rows = await ctx.db
    .select({ status: deliveries.status, count: sql<number>`count(*)::int` })
    .from(deliveries)
    .where(readable(ctx))
    .groupBy(deliveries.status)
  const counts = { pending: 0, sending: 0, sent: 0, failed: 0, mailbox: 0 }
  for (const { status, count } of rows) counts[status] = count
  return counts
}

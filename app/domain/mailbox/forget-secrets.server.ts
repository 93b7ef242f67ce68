import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import { hashSecret } from '#app/platform/ids.server.ts'
import { accountTokens, deliveries, invitations, links } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { CODE_MINUTES } from '../portal/link.ts'
import { carriesSecret, CODE_TEMPLATE, withoutSecret } from './without-secret.server.ts'

const CHUNK = 1_000
const MINUTE_MS = 60_000

/**
 * Takes the secrets out of mails that need them no longer. What went over SMTP, or never will, keeps none; a mail that lies
 * in the mailbox keeps its link for as long as the link opens.
 */
export async function forgetSecrets(ctx: Context): Promise<void> {
  const own = and(eq(deliveries.orgId, ctx.actor.orgId), carriesSecret)
  const outdated = and(eq(deliveries.template, CODE_TEMPLATE), lte(deliveries.createdAt, new Date(ctx.now.getTime() - CODE_MINUTES * MINUTE_MS)))
  await ctx.db
    .update(deliveries)
    .set(withoutSecret)
    .where(and(own, or(inArray(deliveries.status, ['sent', 'failed']), outdated)))
  const kept = await ctx.db
    .select({ id: deliveries.id, link: deliveries.link })
    .from(deliveries)
    .where(and(own, eq(deliveries.status, 'mailbox'), ne(deliveries.template, CODE_TEMPLATE)))
  for (let from = 0; from < kept.length; from += CHUNK) await forgetClosed(ctx, kept.slice(from, from + CHUNK))
}

async function forgetClosed(ctx: Context, mails: { id: string; link: string | null }[]) {
  const hashes = new Map(mails.map(({ id, link }) => [id, hashSecret(secretIn(link ?? ''))]))
  const open = await openAmong(ctx, [...hashes.values()])
  const closed = mails.filter(({ id }) => !open.has(hashes.get(id) ?? '')).map(({ id }) => id)
  if (closed.length === 0) return
  await ctx.db
    .update(deliveries)
    .set(withoutSecret)
    .where(and(eq(deliveries.orgId, ctx.actor.orgId), inArray(deliveries.id, closed)))
}

/** The last part of a link, without the organisation that some carry before a dot. */
const secretIn = (link: string) => link.split('/').at(-1)?.split('.').at(-1) ?? ''

async function openAmong(ctx: Context, hashes: string[]): Promise<Set<string>> {
  const { db, now } = ctx
  const { orgId } = ctx.actor
  const doors = await db
    .select({ hash: links.tokenHash })
    .from(links)
    .where(and(eq(links.orgId, orgId), inArray(links.tokenHash, hashes), isNull(links.revokedAt), gt(links.expiresAt, now)))
  const resets = await db
    .select({ hash: accountTokens.tokenHash })
    .from(accountTokens)
    .where(and(inArray(accountTokens.tokenHash, hashes), isNull(accountTokens.usedAt), gt(accountTokens.expiresAt, now)))
  const invited = await db
    .select({ hash: invitations.tokenHash })
    .from(invitations)
    .where(and(eq(invitations.orgId, orgId), inArray(invitations.tokenHash, hashes), isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now)))
  return new Set([...doors, ...resets, ...invited].map(({ hash }) => hash))
}

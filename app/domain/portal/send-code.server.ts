import { and, count, desc, eq, gt } from 'drizzle-orm'
import { hashSecret, newCode, newId } from '#app/platform/ids.server.ts'
import { accessCodes } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { FoundLink } from './find-link.server.ts'
import { CODE_MINUTES, CODE_PAUSE_SECONDS, CODES_A_DAY } from './link.ts'
import { queueCodeMail } from './queue-code-mail.server.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * Sends six digits to the contact's own address, unless one was sent within the last minute. The caller holds the link's
 * row. Throws too-many after ten in a day.
 */
export async function sendCode(ctx: Context, link: FoundLink): Promise<void> {
  const latest = await findLatestCode(ctx, link.id)
  if (latest && latest.createdAt.getTime() > ctx.now.getTime() - CODE_PAUSE_SECONDS * 1000) return
  if ((await countCodes(ctx, link.id)) >= CODES_A_DAY) throw new Problem('too-many', 'portal.link.too_many_codes')
  const [id, code] = [newId(), newCode()]
  const expiresAt = new Date(ctx.now.getTime() + CODE_MINUTES * MINUTE_MS)
  await ctx.db
    .insert(accessCodes)
    .values({ orgId: ctx.actor.orgId, id, linkId: link.id, contactId: link.contact.id, codeHash: codeHash(id, code), createdAt: ctx.now, expiresAt })
  await queueCodeMail(ctx, { id, code, link })
}

/** The code that counts: older ones are dead once a new one was sent. */
export async function findLatestCode(ctx: Context, linkId: string) {
  const [row] = await ctx.db
    .select()
    .from(accessCodes)
    .where(and(eq(accessCodes.orgId, ctx.actor.orgId), eq(accessCodes.linkId, linkId)))
    .orderBy(desc(accessCodes.createdAt), desc(accessCodes.id))
    .limit(1)
  return row
}

async function countCodes(ctx: Context, linkId: string): Promise<number> {
  const since = new Date(ctx.now.getTime() - DAY_MS)
  const [row] = await ctx.db
    .select({ n: count() })
    .from(accessCodes)
    .where(and(eq(accessCodes.orgId, ctx.actor.orgId), eq(accessCodes.linkId, linkId), gt(accessCodes.createdAt, since)))
  return row?.n ?? 0
}

/** Six digits are few: the row's id makes the same code another hash each time. */
export const codeHash = (id: string, code: string) => hashSecret(`${id}|${code}`)

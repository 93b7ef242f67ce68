import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { sameSecret } from '#app/platform/ids.server.ts'
import { accessCodes } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import type { Device } from '../identity/device.ts'
import { letIn, type Entry } from './enter-by-link.server.ts'
import { findLink } from './find-link.server.ts'
import { CODE_TRIES, opens } from './link.ts'
import { codeHash, findLatestCode } from './send-code.server.ts'

type Confirmation = Exclude<Entry, { outcome: 'code' }> | { outcome: 'wrong'; triesLeft: number } | { outcome: 'dead' }

/** Opens a used link's door with the code that was mailed: ten minutes, five tries, once. A wrong try is counted, so it is an outcome. */
export async function confirmCode(ctx: Context, { secret, code, device }: { secret: string; code: string; device: Device }): Promise<Confirmation> {
  requirePermission(ctx, 'portal.read')
  return inTransaction(ctx, async (ctx): Promise<Confirmation> => {
    const link = await findLink(ctx, secret, { lock: true })
    if (!link) return { outcome: 'refused', state: 'unknown' }
    if (!opens(link.state)) return { outcome: 'refused', state: link.state }
    const sent = await findLatestCode(ctx, link.id)
    if (!sent || sent.usedAt || sent.expiresAt <= ctx.now || sent.tries >= CODE_TRIES) return { outcome: 'dead' }
    const row = and(eq(accessCodes.orgId, ctx.actor.orgId), eq(accessCodes.id, sent.id), isNull(accessCodes.usedAt), lt(accessCodes.tries, CODE_TRIES))
    if (!sameSecret(sent.codeHash, codeHash(sent.id, code))) {
      await ctx.db.update(accessCodes).set({ tries: sql`${accessCodes.tries} + 1` }).where(row)
      const triesLeft = CODE_TRIES - sent.tries - 1
      return triesLeft > 0 ? { outcome: 'wrong', triesLeft } : { outcome: 'dead' }
    }
    const [used] = await ctx.db.update(accessCodes).set({ usedAt: ctx.now }).where(row).returning({ id: accessCodes.id })
    if (!used) return { outcome: 'dead' }
    return { outcome: 'in', link, session: await letIn(ctx, link, device) }
  })
}

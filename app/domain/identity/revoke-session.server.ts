import { and, eq } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { id as Id } from '../input.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'

/** Ends one session of the acting person. Another person's session is not found. */
export async function revokeSession(ctx: Context<Member>, sessionId: string) {
  requirePermission(ctx, 'account.update')
  return inTransaction(ctx, async (ctx) => {
    if (!Id.safeParse(sessionId).success) throw new Problem('not-found', 'errors.not_found')
    const [ended] = await ctx.db
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, ctx.actor.userId)))
      .returning({ id: sessions.id })
    if (!ended) throw new Problem('not-found', 'errors.not_found')
    await record(ctx, { action: 'session.revoke', subjectType: 'session', subjectId: ended.id })
  })
}

import { and, eq, ne } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'

/** Ends every session of the acting person but the one they are in; returns how many. */
export async function revokeOtherSessions(ctx: Context<Member>, { sessionId }: { sessionId: string }): Promise<number> {
  requirePermission(ctx, 'account.update')
  return inTransaction(ctx, async (ctx) => {
    const ended = await ctx.db
      .delete(sessions)
      .where(and(eq(sessions.userId, ctx.actor.userId), ne(sessions.id, sessionId)))
      .returning({ id: sessions.id })
    await record(ctx, { action: 'session.revoke_others', subjectType: 'user', subjectId: ctx.actor.userId, data: { count: ended.length } })
    return ended.length
  })
}

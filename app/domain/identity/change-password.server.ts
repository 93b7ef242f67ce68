import { and, eq, ne } from 'drizzle-orm'
import { sessions, users } from '#db/schema/index.ts'
import { hashSecret, newSecret, orgToken } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'
import { countAttempt } from './count-attempt.server.ts'
import { hashNewPassword, verifyPassword } from './password-hash.server.ts'
import { getUser } from './queries.server.ts'

type Change = { current: string; next: string; sessionId: string }

/**
 * Sets a new password, ends the person's other sessions and gives this one a new secret; returns the new cookie's value.
 * Undefined when the current password is wrong: not thrown, so that the try is counted.
 */
export async function changePassword(ctx: Context<Member>, { current, next, sessionId }: Change): Promise<string | undefined> {
  requirePermission(ctx, 'account.update')
  return inTransaction(ctx, async (ctx) => {
    const user = await getUser(ctx, ctx.actor.userId)
    await countAttempt(ctx, { key: `password|${user.id}`, points: 10, minutes: 15 })
    if (!(await verifyPassword(user.passwordHash, current))) return undefined
    const passwordHash = await hashNewPassword(next, { field: 'newPassword', own: [user.name, user.email] })
    const secret = newSecret()
    await ctx.db.update(users).set({ passwordHash }).where(eq(users.id, user.id))
    await ctx.db.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.id, sessionId)))
    await ctx.db.update(sessions).set({ tokenHash: hashSecret(secret) }).where(and(eq(sessions.id, sessionId), eq(sessions.userId, user.id)))
    await record(ctx, { action: 'account.change_password', subjectType: 'user', subjectId: user.id })
    return orgToken(ctx.actor.orgId, secret)
  })
}

import { and, eq, isNull, sql } from 'drizzle-orm'
import { memberships, sessions } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { refuseLosingLastAdmin } from './lock-admins.server.ts'
import { getMember } from './queries.server.ts'

/** Takes a person out of the organisation and ends their sessions in it; the account and its other organisations stay. */
export async function removeMember(ctx: Context, userId: string) {
  requirePermission(ctx, 'member.remove')
  return inTransaction(ctx, async (ctx) => {
    const { name, roles } = await getMember(ctx, userId)
    if (roles.includes('admin')) await refuseLosingLastAdmin(ctx, userId)
    const { orgId } = ctx.actor
    const [removed] = await ctx.db
      .update(memberships)
      .set({ removedAt: ctx.now, revision: sql`${memberships.revision} + 1` })
      .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId), isNull(memberships.removedAt)))
      .returning({ userId: memberships.userId })
    if (!removed) throw new Problem('conflict', 'errors.changed_meanwhile')
    await ctx.db.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.activeOrgId, orgId)))
    await record(ctx, { action: 'member.remove', subjectType: 'user', subjectId: userId, data: { name, roles } })
  })
}

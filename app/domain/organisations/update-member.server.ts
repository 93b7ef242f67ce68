import { and, eq, isNull, sql } from 'drizzle-orm'
import { memberships } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Role } from '../identity/actor.ts'
import { record } from '../trail/record.server.ts'
import { refuseLosingLastAdmin } from './lock-admins.server.ts'
import { getMember } from './queries.server.ts'

/** Gives a person other roles. The organisation keeps at least one administrator. */
export async function updateMember(ctx: Context, { userId, roles, revision }: { userId: string; roles: Role[]; revision: number }) {
  requirePermission(ctx, 'member.update')
  return inTransaction(ctx, async (ctx) => {
    const before = await getMember(ctx, userId)
    if (before.roles.includes('admin') && !roles.includes('admin')) await refuseLosingLastAdmin(ctx, userId)
    const [after] = await ctx.db
      .update(memberships)
      .set({ roles, revision: sql`${memberships.revision} + 1` })
      .where(and(eq(memberships.orgId, ctx.actor.orgId), eq(memberships.userId, userId), eq(memberships.revision, revision), isNull(memberships.removedAt)))
      .returning({ roles: memberships.roles })
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, {
      action: 'member.update',
      subjectType: 'user',
      subjectId: userId,
      before: { roles: before.roles },
      after,
      data: { name: before.name },
    })
  })
}

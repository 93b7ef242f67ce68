import { and, arrayContains, eq, isNull } from 'drizzle-orm'
import { memberships } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'

/**
 * Refuses to leave the organisation without an administrator. Administrators' rows stay locked until the transaction ends,
 * so that two of them cannot remove each other.
 */
export async function refuseLosingLastAdmin(ctx: Context, userId: string) {
  const admins = await ctx.db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.orgId, ctx.actor.orgId), isNull(memberships.removedAt), arrayContains(memberships.roles, ['admin'])))
    .orderBy(memberships.userId)
    .for('update')
  if (admins.every((each) => each.userId === userId)) throw new Problem('conflict', 'organisations.members.last_admin')
}

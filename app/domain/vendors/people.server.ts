import { and, eq, isNull } from 'drizzle-orm'
import { memberships } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'

/** Throws Problem invalid at the field for somebody who does not belong to the organisation. */
export async function requireMember(ctx: Context, { userId, field }: { userId: string; field: string }) {
  const [member] = await ctx.db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.orgId, ctx.actor.orgId), eq(memberships.userId, userId), isNull(memberships.removedAt)))
  if (!member) throw new Problem('invalid', 'form.check', {}, [{ field, key: 'form.choice' }])
}

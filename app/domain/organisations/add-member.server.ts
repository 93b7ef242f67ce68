import { and, eq } from 'drizzle-orm'
import { memberships, users } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Member, Role, System } from '../identity/actor.ts'
import { hashNewPassword } from '../identity/password-hash.server.ts'
import { findUserByEmail } from '../identity/queries.server.ts'
import { record } from '../trail/record.server.ts'

type NewMember = { name: string; email: string; roles: Role[]; language: 'zh-CN' | 'en'; password?: string }

/** Adds a person without an invitation: for the operator's command line and the demo. An account that exists stays as it is. */
export async function addMember(ctx: Context<System>, { name, email, roles, language, password }: NewMember): Promise<Member> {
  requirePermission(ctx, 'member.invite')
  return inTransaction(ctx, async (ctx) => {
    const { orgId } = ctx.actor
    const known = await findUserByEmail(ctx, email)
    const person = known ?? { id: newId(), name }
    if (!known) {
      const passwordHash = password === undefined ? null : await hashNewPassword(password, { field: 'password', own: [name, email] })
      await ctx.db.insert(users).values({ id: person.id, email, name, language, passwordHash, createdAt: ctx.now })
    }
    const [member] = await ctx.db.insert(memberships).values({ orgId, userId: person.id, roles, createdAt: ctx.now }).onConflictDoNothing().returning()
    if (!member) await rejoin(ctx, { userId: person.id, roles })
    await record(ctx, { action: 'member.add', subjectType: 'user', subjectId: person.id, data: { name: person.name, email, roles } })
    return { kind: 'member', orgId, userId: person.id, name: person.name, roles }
  })
}

async function rejoin(ctx: Context, { userId, roles }: { userId: string; roles: Role[] }) {
  const [row] = await ctx.db.select().from(memberships).where(and(eq(memberships.orgId, ctx.actor.orgId), eq(memberships.userId, userId)))
  if (!row?.removedAt) throw new Problem('conflict', 'identity.invite.already_member')
  await ctx.db.update(memberships).set({ roles, removedAt: null, revision: row.revision + 1 }).where(and(eq(memberships.orgId, ctx.actor.orgId), eq(memberships.userId, userId)))
}

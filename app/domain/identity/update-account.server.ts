import { eq } from 'drizzle-orm'
import { users } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'
import type { AccountInput } from './input.ts'
import { getUser, type User } from './queries.server.ts'

/** Changes the acting person's own name and the language of their pages and mails. */
export async function updateAccount(ctx: Context<Member>, { name, language }: AccountInput): Promise<User> {
  requirePermission(ctx, 'account.update')
  return inTransaction(ctx, async (ctx) => {
    const before = await getUser(ctx, ctx.actor.userId)
    const after = { ...before, name, language }
    await ctx.db.update(users).set({ name, language }).where(eq(users.id, before.id))
    await record(ctx, {
      action: 'account.update',
      subjectType: 'user',
      subjectId: before.id,
      before: { name: before.name, language: before.language },
      after: { name, language },
    })
    return after
  })
}

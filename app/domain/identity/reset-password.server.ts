import { and, eq, gt, isNull } from 'drizzle-orm'
import { accountTokens, sessions, users } from '#db/schema/index.ts'
import { hashSecret } from '#app/platform/ids.server.ts'
import { withAccount, withContext, type AccountContext, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { hashNewPassword } from './password-hash.server.ts'
import { findLastMember, getUser, type User } from './queries.server.ts'

type ResetState = 'open' | 'used' | 'expired'
type FoundReset = { state: ResetState; user: User }

/** What stands behind a link for a new password; looking spends nothing. Undefined for a link that never was one. */
export async function findReset(world: World, token: string): Promise<FoundReset | undefined> {
  return withAccount(world, async (ctx) => {
    const [row] = await ctx.db.select().from(accountTokens).where(eq(accountTokens.tokenHash, hashSecret(token)))
    if (!row) return undefined
    const state = row.usedAt ? 'used' : row.expiresAt.getTime() > world.now.getTime() ? 'open' : 'expired'
    return { state, user: await getUser(ctx, row.userId) }
  })
}

/** Sets a new password by link: once, and every session of the person ends. Throws gone for a link that no longer works. */
export async function resetPassword(world: World, { token, password }: { token: string; password: string }) {
  const found = await findReset(world, token)
  if (!found) throw new Problem('not-found', 'identity.reset.is_unknown')
  const { state, user } = found
  if (state !== 'open') throw new Problem('gone', `identity.reset.is_${state}`)
  const passwordHash = await hashNewPassword(password, { field: 'password', own: [user.name, user.email] })
  const member = await withAccount(world, (ctx) => findLastMember(ctx, user.id))
  const tokenHash = hashSecret(token)
  if (!member) return withAccount(world, (ctx) => spend(ctx, { tokenHash, user, passwordHash }))
  await withContext(member, world, async (ctx) => {
    await spend(ctx, { tokenHash, user, passwordHash })
    await record(ctx, { action: 'account.reset_password', subjectType: 'user', subjectId: user.id })
  })
}

async function spend({ db, now }: AccountContext, { tokenHash, user, passwordHash }: { tokenHash: string; user: User; passwordHash: string }) {
  const [spent] = await db
    .update(accountTokens)
    .set({ usedAt: now })
    .where(and(eq(accountTokens.tokenHash, tokenHash), isNull(accountTokens.usedAt), gt(accountTokens.expiresAt, now)))
    .returning({ userId: accountTokens.userId })
  if (!spent) throw new Problem('gone', 'identity.reset.is_used')
  await db.update(accountTokens).set({ usedAt: now }).where(and(eq(accountTokens.userId, user.id), isNull(accountTokens.usedAt)))
  await db.update(users).set({ passwordHash }).where(eq(users.id, user.id))
  await db.delete(sessions).where(eq(sessions.userId, user.id))
}

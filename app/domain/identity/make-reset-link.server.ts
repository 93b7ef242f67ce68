import { accountTokens } from '#db/schema/index.ts'
import { env } from '#app/platform/env.server.ts'
import { hashSecret, newSecret } from '#app/platform/ids.server.ts'
import { withAccount, type AccountContext, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { findUserByEmail, type User } from './queries.server.ts'

export const RESET_MINUTES = 60

/** Makes a link with which a person sets a new password: valid for an hour, once. Only its hash is stored. */
export async function makeResetLink({ db, now }: Pick<AccountContext, 'db' | 'now'>, user: User): Promise<string> {
  const secret = newSecret()
  await db.insert(accountTokens).values({
    tokenHash: hashSecret(secret),
    userId: user.id,
    purpose: 'reset',
    createdAt: now,
    expiresAt: new Date(now.getTime() + RESET_MINUTES * 60_000),
  })
  return `${env().PUBLIC_URL}/reset/${secret}`
}

/** The same for the operator's command line. Throws not-found for an address that nobody has. */
export async function makeResetLinkFor(world: World, email: string): Promise<string> {
  return withAccount(world, async (ctx) => {
    const user = await findUserByEmail(ctx, email)
    if (!user?.isActive) throw new Problem('not-found', 'errors.not_found')
    return makeResetLink(ctx, user)
  })
}

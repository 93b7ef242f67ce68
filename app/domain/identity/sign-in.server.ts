import { withAccount, withContext, type AccountContext, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { countAttempt, forgetAttempts } from './count-attempt.server.ts'
import type { Device } from './device.ts'
import { verifyPassword } from './password-hash.server.ts'
import { findLastMember, findUserByEmail } from './queries.server.ts'
import { startSession } from './start-session.server.ts'

type SignIn = { email: string; password: string; device: Device; replaces?: string }

/**
 * Signs a person in where they were last and returns the cookie's value. An unknown address, a wrong password and a closed
 * account are one refusal that takes the same time; a person without an organisation is told so, once the password was right.
 */
export async function signIn(world: World, { email, password, device, replaces }: SignIn): Promise<string> {
  const user = await withAccount(world, async (ctx) => {
    await countSignIn(ctx, { email, device })
    return findUserByEmail(ctx, email)
  })
  const right = await verifyPassword(user?.passwordHash, password)
  if (!right || !user?.isActive) throw new Problem('invalid', 'identity.sign_in.refused')
  const member = await withAccount(world, async (ctx) => {
    await forgetAttempts(ctx, keyOf(email, device))
    return findLastMember(ctx, user.id)
  })
  if (!member) throw new Problem('forbidden', 'identity.sign_in.no_organisation')
  return withContext(member, world, (ctx) => startSession(ctx, { device, by: 'password', replaces }))
}

/** Counts a try to show who one is: 10 in 15 minutes an e-mail and address, 100 an address. */
export async function countSignIn(ctx: AccountContext, { email, device }: { email: string; device: Device }) {
  await countAttempt(ctx, { key: `sign-in|${device.ip}`, points: 100, minutes: 15 }, { key: keyOf(email, device), points: 10, minutes: 15 })
}

const keyOf = (email: string, { ip }: Device) => `sign-in|${email}|${ip}`

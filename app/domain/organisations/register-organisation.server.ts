import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { withAccount, withContext, type AccountContext, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Member } from '../identity/actor.ts'
import { countAttempt } from '../identity/count-attempt.server.ts'
import type { Device } from '../identity/device.ts'
import { hashNewPassword, verifyPassword } from '../identity/password-hash.server.ts'
import { findUserByEmail, organisationExists } from '../identity/queries.server.ts'
import { countSignIn } from '../identity/sign-in.server.ts'
import { startSession } from '../identity/start-session.server.ts'
import type { RegisterInput } from './input.ts'
import { insertOrganisation, lockRegistration, type FirstAdmin } from './insert-organisation.server.ts'

/** Whether anybody may register: as ALLOW_REGISTRATION says, else in demo mode, else until the first organisation exists. */
export async function registrationIsOpen(ctx: Pick<AccountContext, 'db'>): Promise<boolean> {
  const { ALLOW_REGISTRATION, CUSTODIA_MODE } = env()
  if (ALLOW_REGISTRATION !== undefined) return ALLOW_REGISTRATION
  return CUSTODIA_MODE === 'demo' || !(await organisationExists(ctx))
}

/**
 * Registers an organisation with its first administrator and signs that person in; returns the cookie's value. Who has an
 * account already shows its password. Throws forbidden where registration is closed.
 */
export async function registerOrganisation(world: World, { input, device, replaces }: { input: RegisterInput; device: Device; replaces?: string }): Promise<string> {
  const { adminEmail: email, adminName, password, language } = input
  const known = await withAccount(world, async (ctx) => {
    if (!(await registrationIsOpen(ctx))) throw new Problem('forbidden', 'organisations.register.closed')
    await countAttempt(ctx, { key: `register|${device.ip}`, points: 20, minutes: 60 })
    return findUserByEmail(ctx, email)
  })
  const admin: FirstAdmin = { email, language, isKnown: known !== undefined, passwordHash: null }
  if (known) await prove(world, { email, passwordHash: known.passwordHash, password, device })
  else admin.passwordHash = await hashNewPassword(password, { field: 'password', own: [adminName, email, input.name] })
  const actor: Member = { kind: 'member', orgId: input.once, userId: known?.id ?? newId(), name: known?.name ?? adminName, roles: ['admin'] }
  return withContext(actor, world, async (ctx) => {
    await lockRegistration(ctx)
    if (!(await registrationIsOpen(ctx))) throw new Problem('forbidden', 'organisations.register.closed')
    await insertOrganisation(ctx, { input, admin, isDemo: false })
    return startSession(ctx, { device, by: 'registration', replaces })
  })
}

async function prove(world: World, { email, passwordHash, password, device }: { email: string; passwordHash: string | null; password: string; device: Device }) {
  await withAccount(world, (ctx) => countSignIn(ctx, { email, device }))
  if (await verifyPassword(passwordHash, password)) return
  throw new Problem('invalid', 'form.check', {}, [{ field: 'password', key: 'organisations.register.known' }])
}

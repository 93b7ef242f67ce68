import { newId } from '#app/platform/ids.server.ts'
import { withAccount, withContext, type World } from '../context.server.ts'
import type { Member } from '../identity/actor.ts'
import { hashNewPassword } from '../identity/password-hash.server.ts'
import { findUserByEmail } from '../identity/queries.server.ts'
import type { OrganisationInput } from './input.ts'
import { insertOrganisation } from './insert-organisation.server.ts'

type NewOrganisation = {
  input: OrganisationInput
  /** A person who has an account already keeps it; without a password they set one by link. */
  admin: { name: string; email: string; language: 'zh-CN' | 'en'; password?: string }
  isDemo?: boolean
}

/** Creates an organisation for the operator and the demo: no registration check, no session. Returns its administrator. */
export async function createOrganisation(world: World, { input, admin, isDemo = false }: NewOrganisation): Promise<Member> {
  const { name, email, language, password } = admin
  const known = await withAccount(world, (ctx) => findUserByEmail(ctx, email))
  const passwordHash = known || password === undefined ? null : await hashNewPassword(password, { field: 'password', own: [name, email] })
  const actor: Member = { kind: 'member', orgId: newId(), userId: known?.id ?? newId(), name: known?.name ?? name, roles: ['admin'] }
  await withContext(actor, world, (ctx) => insertOrganisation(ctx, { input, admin: { email, language, passwordHash, isKnown: known !== undefined }, isDemo }))
  return actor
}

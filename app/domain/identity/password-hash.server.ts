import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../errors.ts'
import { passwordWeakness } from './password.ts'

/** argon2id with the library's defaults (19 MiB, 2 passes), as OWASP asks. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Hashes a new password, or throws Problem('invalid') that says at `field` why it may not be used. */
export async function hashNewPassword(password: string, { field, own }: { field: string; own: readonly string[] }): Promise<string> {
  const weakness = passwordWeakness(password, own)
  if (weakness) throw new Problem('invalid', 'form.check', {}, [{ field, key: `identity.password.${weakness}` }])
  return hashPassword(password)
}

// Verified for people that do not exist, so that a stranger cannot tell them from others by the time it takes.
let dummy: Promise<string> | undefined

/** Takes the same time with and without a stored hash; without one it is always false. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await (dummy ??= hashPassword('nobody has this password'))), password.slice(0, 1000))
  return right && typeof stored === 'string'
}

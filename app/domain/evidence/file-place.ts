import { can, type Actor, type Permission } from '../identity/actor.ts'

/** What a file can hang on, and what one may read to read the file. */
export const PLACE_PERMISSION = {
  document: 'assessment.read',
  request: 'vendor.read',
  agreement: 'agreement.read',
  audit: 'audit.read',
  case: 'violation.read',
} as const satisfies Record<string, Permission>
export type FilePlace = keyof typeof PLACE_PERMISSION

type FileAccess = { outcome: 'open' } | { outcome: 'hidden' } | { outcome: 'refused'; permission: Permission }

/** One place that a member may read is enough; a file that hangs on nothing yet is its uploader's alone. */
export function fileAccess(actor: Actor, { places, uploaderId }: { places: FilePlace[]; uploaderId: string }): FileAccess {
  if (actor.kind === 'system' || places.some((place) => can(actor, PLACE_PERMISSION[place]))) return { outcome: 'open' }
  const [place] = places
  if (place !== undefined) return { outcome: 'refused', permission: PLACE_PERMISSION[place] }
  return { outcome: actor.kind === 'member' && actor.userId === uploaderId ? 'open' : 'hidden' }
}

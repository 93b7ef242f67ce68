import { Problem } from '#app/domain/errors.ts'
import type { Actor } from '#app/domain/identity/actor.ts'

/** The person who answers for a decision; the product itself and a vendor's contact answer for none. Throws forbidden for them. */
export function decidingMember(actor: Actor): string {
  if (actor.kind !== 'member') throw new Problem('forbidden', 'errors.not_allowed')
  return actor.userId
}

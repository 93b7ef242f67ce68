import { createHash } from 'node:crypto'
import { canonicalText } from './canonical-text.ts'
import type { Draft } from './draft.ts'

/** SHA-256 of the canonical text, 64 lower-case hexadecimal characters; frozen when the agreement is sent for signature. */
export function agreementDigest(draft: Draft): string {
  return createHash('sha256').update(canonicalText(draft), 'utf8').digest('hex')
}

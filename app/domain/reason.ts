/** Characters that a written reason needs where the rules ask for one (violations.yaml and audit.yaml guards). */
export const REASON_CHARACTERS = 30

/** Counts what a reader sees as characters, so one Chinese character or one rare one counts one. */
export function reasonIsTooShort(reason: string): boolean {
  return [...reason.trim()].length < REASON_CHARACTERS
}

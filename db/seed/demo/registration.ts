import { checkCreditCode } from '#app/domain/questionnaires/credit-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A 统一社会信用代码 with a right check digit for the n-th demo company; it belongs to nobody. */
export function demoCreditCode(n: number): string {
  const stem = `91310115MA9D${String(n).padStart(5, '0')}`
  const digit = [...ALPHABET].find((character) => checkCreditCode(stem + character))
  if (!digit) throw new Error(`no check digit for ${stem}`)
  return stem + digit
}

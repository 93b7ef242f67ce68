const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const FORM = new RegExp(`^[${ALPHABET}]{2}\\d{6}[${ALPHABET}]{10}$`)
const CHECKED = 17

/** True for a text written like a 统一社会信用代码: 18 characters, six digits of the region, no I, O, S, V, Z. */
export function looksLikeCreditCode(code: string): boolean {
  return FORM.test(code)
}

/** True when the last character is the check digit of the 17 before it (GB 32100-2015: weights 3^i, modulus 31). */
export function checkCreditCode(code: string): boolean {
  if (!looksLikeCreditCode(code)) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, CHECKED)) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % ALPHABET.length
  }
  return code.charAt(CHECKED) === ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length)
}

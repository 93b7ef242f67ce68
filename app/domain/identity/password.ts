export const PASSWORD_CHARACTERS = { min: 12, max: 200 }

type PasswordWeakness = 'too_short' | 'too_long' | 'too_plain' | 'too_common' | 'own_name'

// What most guessed passwords are made of once figures and signs are taken off, 1998 to now, in both languages' keyboards.
const COMMON = new Set(
  (
    'abc abcd abcdef abcdefg aa admin administrator adminadmin asdf asdfgh asdfghjkl baseball changeme changeit company computer ' +
    'custodia default demo dragon football freedom guest hello helloworld iloveyou letmein letmeinplease login loveyou love master ' +
    'michael monkey mustang mypassword newpassword pass passpass passw passwd passphrase password passwordpassword princess qazwsx ' +
    'qazwsxedc qq qwe qweasd qweasdzxc qwer qwert qwerty qwertyqwerty qwertyuiop root rootroot secret secretpassword security ' +
    'shadow sunshine superman system temp temppassword test testing testtest thepassword user username vendor welcome welcomeback ' +
    'woaini woaininini woainima wodemima yourpassword zaq zxc zxcvbn zxcvbnm asd mima nihao wangluo zhongguo'
  ).split(' '),
)
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm']
const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** Why a new password is refused; undefined when it may be used. `own` are the person's name and e-mail address. */
export function passwordWeakness(password: string, own: readonly string[] = []): PasswordWeakness | undefined {
  const characters = [...password]
  if (characters.length < PASSWORD_CHARACTERS.min) return 'too_short'
  if (characters.length > PASSWORD_CHARACTERS.max) return 'too_long'
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5 || isRepeated(lower)) return 'too_plain'
  if (isRun(lower) || [lower, unleet(core(lower))].some((each) => COMMON.has(lettersOf(each)))) return 'too_common'
  if (isOwnName(lettersAndFigures(lower), own.flatMap(namesIn))) return 'own_name'
  return undefined
}

/** One short piece over and over: abcabcabcabc. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= 4; size++) {
    if (text.slice(0, size).repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true
  }
  return false
}

/** Nothing but pieces of keyboard and alphabet rows, forwards or backwards: 123456qwerty. */
function isRun(text: string): boolean {
  let inRows = 0
  for (let at = 0; at < text.length; ) {
    const length = rowPiece(text.slice(at))
    if (length >= 3) inRows += length
    at += Math.max(1, length)
  }
  return text.length - inRows < 4
}

/** How many characters from the start lie side by side on one row. */
function rowPiece(text: string): number {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
  let length = 0
  while (length < text.length && rows.some((row) => row.includes(text.slice(0, length + 1)))) length++
  return length
}

/** Little is left once the names are taken out. */
function isOwnName(text: string, names: string[]): boolean {
  const rest = names.sort((a, b) => b.length - a.length).reduce((left, name) => left.replaceAll(name, ''), text)
  return rest !== text && rest.length < 6
}

/** Without the figures and signs that people put around a word. */
const core = (text: string) => text.replace(/^[^a-z]+|[^a-z]+$/g, '')
const unleet = (text: string) => [...text].map((character) => LEET[character] ?? character).join('')
const lettersOf = (text: string) => text.replace(/[^a-z]/g, '')
const lettersAndFigures = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** A name or e-mail address and its parts, as far as somebody would build a password from them. */
function namesIn(own: string): string[] {
  const parts = own.toLowerCase().split(/[\s@._\-+]+/)
  return [...parts, parts.join('')].filter((part) => [...part].length >= (/[a-z0-9]/.test(part) ? 4 : 2))
}

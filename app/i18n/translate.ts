import type { Key } from './catalogue.ts'
import type { Locale } from './locale.ts'

export type Values = Record<string, string | number | boolean | undefined>
export type Words = { readonly [key: string]: string | Words }
/** A stretch of a sentence; `tag` names the markup around it, as in 'Read <link>the clause</link>'. */
type Piece = { tag?: string; text: string }

export type Translate = {
  (key: Key, values?: Values): string
  /** A key that arrives as data, such as a Problem's. Unknown keys give `fallback`, else the key itself. */
  from: (key: string, values?: Values, fallback?: Key) => string
  /** A sentence with markup, in pieces; values are filled in after it was cut, so they can bring no markup. */
  pieces: (key: Key, values?: Values) => Piece[]
  locale: Locale
}

/**
 * A typed `t` for one language. Catalogues follow i18next's format as far as we use it, `{{name}}`, `_one`/`_other` chosen
 * by `count`, and another key's words by `$t(key)`: its 16 kB are an eighth of what the vendor's portal may weigh.
 */
export function translateIn(locale: Locale, catalogue: Words): Translate {
  const words = new Map(flat(catalogue))
  const plural = new Intl.PluralRules(locale)
  const find = (key: string, count: unknown) =>
    (typeof count === 'number' ? (words.get(`${key}_${plural.select(count)}`) ?? words.get(`${key}_other`)) : undefined) ?? words.get(key)
  const fill = (word: string, values: Values | undefined): string => {
    if (!word.includes('{{') && !word.includes('$t(')) return word
    return word.replace(/\$t\(([^)]*)\)|{{(\w+)}}/g, (_, key: string | undefined, name: string) =>
      key === undefined ? String(values?.[name] ?? '') : from(fill(key, values), values),
    )
  }
  const from: Translate['from'] = (key, values, fallback) =>
    fill(find(key, values?.count) ?? (fallback === undefined ? key : (find(fallback, values?.count) ?? fallback)), values)
  const t = (key: Key, values?: Values) => from(key, values)
  const pieces: Translate['pieces'] = (key, values) => cut(find(key, values?.count) ?? key).map((piece) => ({ ...piece, text: fill(piece.text, values) }))
  return Object.assign(t, { from, pieces, locale })
}

function flat(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[path + key, word] as [string, string]] : flat(word, `${path}${key}.`),
  )
}

function cut(word: string): Piece[] {
  const parts = word.split(/<(\w+)>(.*?)<\/\1>/)
  return parts.flatMap((text, index) => {
    if (index % 3 === 1) return []
    return [index % 3 === 2 ? { tag: parts[index - 1], text } : { text }]
  })
}

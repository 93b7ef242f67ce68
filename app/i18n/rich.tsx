import type { ReactElement, ReactNode } from 'react'
import { Trans } from 'react-i18next'
import type { Key } from './catalogue.ts'
import type { Values } from './translate.ts'
import { useT } from './use-t.tsx'

/** A sentence with markup inside: 'Read <link>the clause</link>' with `parts={{ link: <a href="…" /> }}`. */
export function Rich({ k, values, parts }: { k: Key; values?: Values; parts: Record<string, ReactElement> }): ReactNode {
  const t = useT()
  const key: string = k // as one string: Trans would try each of the many keys against its own types
  return <Trans i18n={t.i18n} t={t.i18n.t} i18nKey={key} values={values} components={parts} />
}

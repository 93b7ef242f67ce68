import { cloneElement, Fragment, type ReactElement } from 'react'
import type { Key } from './catalogue.ts'
import type { Values } from './translate.ts'
import { useT } from './use-t.tsx'

/** A sentence with markup inside: 'Read <link>the clause</link>' with `parts={{ link: <a href="…" /> }}`. */
export function Rich({ k, values, parts }: { k: Key; values?: Values; parts: Record<string, ReactElement> }) {
  return useT()
    .pieces(k, values)
    .map(({ tag, text }, index) => {
      const part = tag === undefined ? undefined : parts[tag]
      return part === undefined ? <Fragment key={index}>{text}</Fragment> : cloneElement(part, { key: index }, text)
    })
}

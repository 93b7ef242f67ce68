import type { MetaDescriptor } from '@remix-run/node'
import { errorView, type ErrorKind } from './error-view.ts'

type PageArgs = { error?: unknown; matches: { id: string; data?: unknown }[] }
type Told = { title?: string; errorTitles?: Record<ErrorKind, string> }

/** `meta` of a route whose loader returns the page's `title` in the reader's language: the record that the page belongs to follows it. */
export function pageMeta({ error, matches }: PageArgs): MetaDescriptor[] {
  const told = matches.map(({ data }) => (typeof data === 'object' && data !== null ? (data as Told) : {})) // what loaders return is checked by nobody
  const titles = error ? [told[0]?.errorTitles?.[errorView(error, true).kind]] : told.map(({ title }) => title).reverse()
  return [{ title: [...titles.filter((title) => title !== undefined), 'Custodia'].join(' · ') }]
}

import type { MetaDescriptor } from '@remix-run/node'

/** `meta` of a route whose loader returns the page's `title` in the reader's language. */
export function pageMeta({ data }: { data: unknown }): MetaDescriptor[] {
  const title = typeof data === 'object' && data !== null && 'title' in data ? String(data.title) : undefined
  return [{ title: title === undefined ? 'Custodia' : `${title} · Custodia` }]
}

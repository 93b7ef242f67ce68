import type { FindingFilter } from '#app/domain/findings/finding-filter.ts'
import { paths } from './paths.ts'

/** The register's address with its filter; what is usual is left out. */
export function findingsAddress({ view, status, severity, vendor, q, after }: FindingFilter): string {
  const search = new URLSearchParams()
  if (view !== 'open') search.set('view', view)
  for (const [name, value] of Object.entries({ status, severity, vendor, q, after })) if (value) search.set(name, value)
  return search.size > 0 ? `${paths.findings()}?${search}` : paths.findings()
}

import type { DraftProblem } from './template.ts'

/** Where a problem of the draft is put right: a page of the product, and the place on it. */
type ProblemPlace =
  | { page: 'findings' | 'decision' | 'engagement' | 'intake' | 'vendor' }
  | { page: 'edit'; /** Id of the field or group of the edit page. */ anchor: string }

const PAGES: Record<string, Exclude<ProblemPlace, { anchor: string }>['page']> = {
  findings_open: 'findings',
  hard_knockout: 'decision',
  impact_assessment_missing: 'engagement',
  vendor_banned: 'vendor',
  group_empty: 'intake',
  group_conflict: 'intake',
}

/** A problem's own page, or the field, row or group of the edit page that it speaks of. */
export function placeOf({ code, data }: DraftProblem): ProblemPlace {
  const page = PAGES[code.split('.').at(-1) ?? '']
  if (page) return { page }
  if (typeof data.parameter === 'string') return { page: 'edit', anchor: `parameter-${data.parameter}` }
  if (data.row !== undefined) return { page: 'edit', anchor: `scope-${data.row}` }
  if (data.schedule === 'S1') return { page: 'edit', anchor: 'scope' }
  if (data.role !== undefined) return { page: 'edit', anchor: 'contacts' }
  return { page: 'edit', anchor: 'clauses' }
}

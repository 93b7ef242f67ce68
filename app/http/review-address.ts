import { paths } from './paths.ts'

/** Where the reviewer stands: the answer in hand, the section looked at, and what was just approved and can be undone. */
type ReviewPlace = { q?: string; section?: string; approved?: string[] }

const ANSWER = /^[A-Z]{2,4}-\d{2,3}$/
const SECTION = /^[A-Z]{2,4}$/

/** The review page's address at an answer; a browser without JavaScript lands on it too. */
export function reviewAddress(assessmentId: string, { q, section, approved = [] }: ReviewPlace, anchor = q): string {
  const search = new URLSearchParams()
  if (q) search.set('q', q)
  if (section) search.set('section', section)
  if (approved.length > 0) search.set('approved', approved.join(','))
  const query = search.size > 0 ? `?${search.toString().replaceAll('%2C', ',')}` : ''
  return `${paths.assessment(assessmentId)}${query}${anchor ? `#${anchor}` : ''}`
}

/** Reads a place from an address or from the hidden fields of a form; what cannot be one is left out. */
export function readReviewPlace(from: URLSearchParams | FormData): ReviewPlace {
  const one = (name: string, pattern: RegExp) => {
    const value = from.get(name)
    return typeof value === 'string' && pattern.test(value) ? value : undefined
  }
  const approved = from.get('approved')
  return {
    q: one('q', ANSWER),
    section: one('section', SECTION),
    approved: typeof approved === 'string' ? approved.split(',').filter((each) => ANSWER.test(each)) : [],
  }
}

import { paths } from './paths.ts'

type TrailFilters = { person?: string; action?: string; vendor?: string; from?: string; to?: string; before?: number }

/** The trail with filters and the place to go on from, as an address. */
export function trailAddress(filters: TrailFilters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? paths.trail() : `${paths.trail()}?${query}`
}

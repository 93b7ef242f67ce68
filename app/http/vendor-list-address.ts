import type { VendorListQuery } from '#app/domain/vendors/list-input.server.ts'
import { paths } from './paths.ts'

/** The parts of a list's address that a person chooses. */
export type ListChoice = Pick<VendorListQuery, 'q' | 'status' | 'tier' | 'band' | 'flag' | 'owner' | 'sort'>
export const LIST_FILTERS = ['status', 'tier', 'band', 'flag', 'owner'] as const
export type ListFilter = (typeof LIST_FILTERS)[number]

/** The address of a vendor list; `change` replaces parts of it, a key leads to another page. */
export function vendorListAddress(choice: ListChoice, change: Partial<ListChoice> & { after?: string; before?: string } = {}): string {
  const { after, before, ...rest } = change
  const { q, sort, ...filters } = { ...choice, ...rest }
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  for (const name of LIST_FILTERS) for (const value of filters[name]) params.append(name, value)
  if (sort !== '-residual') params.set('sort', sort)
  if (after) params.set('after', after)
  if (before) params.set('before', before)
  const text = params.toString()
  return text === '' ? paths.vendors() : `${paths.vendors()}?${text}`
}

/** The address without one value of a filter. */
export function without(choice: ListChoice, name: ListFilter, value: string): string {
  return vendorListAddress(choice, { [name]: (choice[name] as string[]).filter((each) => each !== value) })
}

/** The address that sorts by a column; a second press turns the order round. */
export function sortedBy(choice: ListChoice, key: 'name' | 'residual' | 'updated'): string {
  const first: ListChoice['sort'] = key === 'name' ? 'name' : `-${key}`
  const other: ListChoice['sort'] = key === 'name' ? '-name' : key
  return vendorListAddress(choice, { sort: choice.sort === first ? other : first })
}

/** How the list is sorted by a column now, for its head. */
export function directionOf(choice: Pick<ListChoice, 'sort'>, key: 'name' | 'residual' | 'updated'): 'ascending' | 'descending' | undefined {
  if (choice.sort === key) return 'ascending'
  return choice.sort === `-${key}` ? 'descending' : undefined
}

import { data } from '@remix-run/node'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id from an address. What cannot be one is not found, like one that nobody has. */
export function asId(value: string | undefined): string {
  if (value === undefined || !ID.test(value)) throw data({ code: 'not-found', key: 'errors.not_found', data: {} }, 404)
  return value
}

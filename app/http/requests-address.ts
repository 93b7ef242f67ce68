import { REQUEST_STATUSES, type RequestStatus } from '#app/domain/engagements/engagement.ts'
import { Problem } from '#app/domain/errors.ts'
import { paths } from './paths.ts'

type Key = { updatedAt: Date; id: string }

/** The list of requests, of one status or all, going on after a row. */
export function requestsAddress(status: RequestStatus | undefined, after?: Key): string {
  const params = new URLSearchParams()
  if (status) params.set('status', status)
  if (after) params.set('after', `${after.updatedAt.getTime()}.${after.id}`)
  const text = params.toString()
  return text === '' ? paths.engagements() : `${paths.engagements()}?${text}`
}

const KEY = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Throws Problem invalid for an address that makes no sense. */
export function readRequests(params: URLSearchParams): { status?: RequestStatus; after?: Key } {
  const status = params.get('status') ?? undefined
  const after = params.get('after')
  const [, at, id] = after === null ? [] : (KEY.exec(after) ?? [])
  if ((status !== undefined && !isRequestStatus(status)) || (after !== null && id === undefined)) throw new Problem('invalid', 'vendors.list.wrong_address')
  return { status, after: id === undefined ? undefined : { updatedAt: new Date(Number(at)), id } }
}

const isRequestStatus = (status: string): status is RequestStatus => (REQUEST_STATUSES as readonly string[]).includes(status)

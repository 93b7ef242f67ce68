import { isRouteErrorResponse } from '@remix-run/react'
import type { KeptForm } from '#app/http/keep-form.server.ts'
import type { Values } from '#app/i18n/translate.ts'

const BY_STATUS: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  405: 'invalid',
  409: 'conflict',
  410: 'expired',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'tooMany',
  503: 'unavailable',
}

export const ERROR_KINDS = ['notFound', 'forbidden', 'conflict', 'expired', 'signedOut', 'invalid', 'tooMany', 'unavailable', 'unexpected', 'offline'] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** What a refusal carries to the page that shows it: a message key with its values, and where to go on. */
type Refusal = { key?: string; data?: Values; requestId?: string; returnTo?: string; /** What a signed-out person had typed. */ form?: KeptForm }

/** Which error page a thrown value deserves, and the words it brought along. */
export function errorView(error: unknown, online: boolean): { kind: ErrorKind; refusal: Refusal } {
  if (isRouteErrorResponse(error)) return { kind: BY_STATUS[error.status] ?? 'unexpected', refusal: refusalOf(error.data) }
  return { kind: online ? 'unexpected' : 'offline', refusal: {} }
}

function refusalOf(data: unknown): Refusal {
  return typeof data === 'object' && data !== null ? data : {}
}

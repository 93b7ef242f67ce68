import { useLocation } from '@remix-run/react'
import { useMemo } from 'react'

/** A hidden token: the same form sent twice has one effect. A new page, or `again`, makes a new token. */
export function Once({ again }: { again?: unknown }) {
  const { key } = useLocation()
  // Made while rendering: a form without JavaScript needs it in the HTML.
  const token = useMemo(() => newToken(key, again), [key, again])
  return <input type="hidden" name="_once" defaultValue={token} key={token} suppressHydrationWarning />
}

function newToken(..._since: unknown[]): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { useLocation } from '@remix-run/react'
import { useMemo } from 'react'

/** A hidden token: the same form sent twice has one effect. A new page, or `again`, makes a new token. */
export function Once({ again }: { again?: unknown }) {
  const { key } = useLocation()
  // eslint would have the browser's dice outside render, but the token must be in the HTML for forms without JavaScript.
  const token = useMemo(() => newToken(key, again), [key, again])
  return <input type="hidden" name="_once" defaultValue={token} key={token} suppressHydrationWarning />
}

function newToken(..._since: unknown[]): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

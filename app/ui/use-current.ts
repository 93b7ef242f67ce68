import { useLocation } from '@remix-run/react'

/** Whether the page stands at an address or below it; `end` asks for the very address. */
export function useCurrent(): (to: string, end?: boolean) => 'page' | undefined {
  const { pathname } = useLocation()
  return (to, end = false) => {
    const path = to.split(/[?#]/, 1)[0]
    return pathname === path || (!end && pathname.startsWith(`${path}/`)) ? 'page' : undefined
  }
}

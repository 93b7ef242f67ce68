import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False in the HTML and during hydration, true once JavaScript runs the page. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Says something politely to people who do not see the page; the region is in every document. */
export function announce(message: string) {
  const region = document.getElementById('announcer')
  if (!region) return
  region.textContent = ''
  requestAnimationFrame(() => (region.textContent = message))
}

/** The live region; after navigation it reads the new title and moves the focus to the new main part. */
export function Announcer() {
  const { pathname, hash } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    announce(document.title)
    if (!hash) document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash])
  return <div id="announcer" className="hide" role="status" aria-live="polite" suppressHydrationWarning />
}

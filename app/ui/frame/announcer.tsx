import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { announce } from '../announce.ts'

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

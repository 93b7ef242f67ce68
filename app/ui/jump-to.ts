import type { MouseEvent } from 'react'

/** Follows a link within the page by focus alone: a change of the address would make the router forget what a refused form holds. */
export function jumpTo(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'nearest' })
}

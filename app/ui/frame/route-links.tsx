import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/** Follows every RouteLink without a new load; stands once in the document. */
export function RouteLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-route]') : null
      if (!link || !isPlain(event) || link.target !== '' || link.origin !== window.location.origin) return
      event.preventDefault()
      navigate(link.pathname + link.search + link.hash, { preventScrollReset: link.dataset.route === 'keep' })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
  return null
}

const isPlain = (event: MouseEvent) =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

import { useNavigate } from '@remix-run/react'
import { useEffect, type AnchorHTMLAttributes, type ReactNode } from 'react'

export type RouteLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address of this site, as app/http/paths.ts gives it, or a query such as '?q=…'. */
  to: string
  /** Stay where the page is scrolled: for sorting, filtering, paging. */
  keepScroll?: boolean
  children: ReactNode
}

/**
 * A link to a page of ours. A tenth of the router's own link on the server, where lists have hundreds;
 * in the browser one listener for the whole document follows it without a new load.
 */
export function RouteLink({ to, keepScroll, children, ...rest }: RouteLinkProps) {
  return (
    <a {...rest} href={to} data-route={keepScroll ? 'keep' : ''}>
      {children}
    </a>
  )
}

/** Stands once in the document. */
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

import type { AnchorHTMLAttributes, ReactNode } from 'react'

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

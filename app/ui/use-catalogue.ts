import { useMatches } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { Catalogue } from '#app/i18n/load-catalogue.ts'

/** A layout route that exports it promises that its pages use the portal's words only. */
export const portalHandle = { catalogue: 'portal' } as const

/** The words that this page needs. Leaving the portal for a page that needs all of them loads the document anew. */
export function useCatalogue(): Catalogue {
  const catalogue = useMatches().some(({ handle }) => isPortal(handle)) ? 'portal' : 'whole'
  const loaded = useRef(catalogue)
  useEffect(() => {
    if (loaded.current === 'portal' && catalogue === 'whole') window.location.reload()
  }, [catalogue])
  return catalogue
}

const isPortal = (handle: unknown) => typeof handle === 'object' && handle !== null && 'catalogue' in handle && handle.catalogue === 'portal'

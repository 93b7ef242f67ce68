import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from '../page/note.tsx'
import { RouteLink } from '../route-link.tsx'
import { announce } from '../announce.ts'

const WARNED_MS = 5 * 60_000

/** Says five minutes ahead that the session ends, and offers to stay; any page load prolongs it. */
export function SessionEnding({ endsInMs }: { endsInMs: number }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const [ending, setEnding] = useState(false)
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setEnding(true)
        announce(t('ui.session.ending'))
      },
      Math.max(0, endsInMs - WARNED_MS),
    )
    return () => {
      clearTimeout(timer)
      setEnding(false)
    }
  }, [endsInMs, t])
  if (!ending) return null
  return (
    <section className="flash" aria-label={t('ui.session.ending')}>
      <Note
        tone="danger"
        title={t('ui.session.ending')}
        actions={
          <RouteLink className="btn btn-sm" to={pathname + search}>
            {t('ui.session.stay')}
          </RouteLink>
        }
      />
    </section>
  )
}

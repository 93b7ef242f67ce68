import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import { RouteLink } from '../route-link.tsx'

/** Finds vendors from every page; Ctrl or ⌘ with K leads here. On small screens it is a link to the list and its search. */
export function FindVendors({ to }: { to: string }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.isComposing || !input.current?.offsetParent) return
      event.preventDefault()
      input.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Form className="find" method="get" action={to}>
        <Icon name="search" />
        <input ref={input} type="search" name="q" aria-label={t('ui.find')} placeholder={t('ui.find')} aria-keyshortcuts="Control+K Meta+K" />
      </Form>
      <RouteLink className="tool find-link" to={to}>
        <Icon name="search" label={t('ui.find')} />
      </RouteLink>
    </>
  )
}

import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { Duplicate } from '#app/domain/vendors/duplicate.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from '../page/note.tsx'
import { Flag } from '../risk/flag.tsx'
import { RouteLink } from '../route-link.tsx'
import { VendorStatusMark } from './vendor-status.tsx'

const PAUSE_MS = 300

/** Looks for known vendors while a name or a number is typed, after each pause. */
export function useDuplicates(): { duplicates: Duplicate[]; look: (form: HTMLFormElement) => void } {
  const fetcher = useFetcher<{ duplicates: Duplicate[] }>()
  const timer = useRef<number>()
  const asked = useRef('')
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const look = (form: HTMLFormElement) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const typed = new FormData(form)
      const query = new URLSearchParams(['name', 'nameAlt', 'regNo'].map((name) => [name, String(typed.get(name) ?? '')]))
      if (query.toString() === asked.current) return
      asked.current = query.toString()
      fetcher.load(`${paths.duplicateVendors()}?${asked.current}`)
    }, PAUSE_MS)
  }
  return { duplicates: fetcher.data?.duplicates ?? [], look }
}

/** Known vendors that may be the same company, each a link; announced politely when they appear. */
export function Duplicates({ duplicates }: { duplicates: Duplicate[] }) {
  const t = useT()
  return (
    <div role="status">
      {duplicates.length > 0 && (
        <Note tone="attention" title={t('vendors.duplicate.title')}>
          <p>{t('vendors.duplicate.body')}</p>
          <ul>
            {duplicates.map((vendor) => (
              <li key={vendor.id}>
                <RouteLink to={paths.vendor(vendor.id)}>
                  {vendor.ref} {vendor.name}
                </RouteLink>{' '}
                <VendorStatusMark status={vendor.status} /> {vendor.same && <b>{t('vendors.duplicate.sameNumber')}</b>}{' '}
                {vendor.bannedUntil && <Flag flag="BANNED" detail={date(vendor.bannedUntil, t.locale, 'year')} />}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  )
}

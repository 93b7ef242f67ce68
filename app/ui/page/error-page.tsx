import { Link, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { usePageSettings } from '../page-settings.tsx'
import { errorView, type ErrorKind } from './error-view.ts'
import { SignedOutForm } from './signed-out-form.tsx'

/** What went wrong in the route below, what to do, and the number to quote. Stands inside a frame's `main`. */
export function ErrorPage({ homeTo = '/' }: { homeTo?: string }) {
  const t = useT()
  const { requestId } = useRequest()
  const { pathname, search } = useLocation()
  const { kind, refusal } = errorView(useRouteError(), typeof navigator === 'undefined' || navigator.onLine)
  if (refusal.form) return <SignedOutForm form={refusal.form} />
  const onwards: Partial<Record<ErrorKind, string>> = { notFound: homeTo, forbidden: homeTo, invalid: homeTo, expired: '/sign-in', signedOut: '/sign-in' }
  return (
    <div className="empty">
      <h1>{t(`errors.${kind}.title`)}</h1>
      {refusal.key !== undefined && <p className="reason">{t.from(refusal.key, refusal.data, `errors.${kind}.title`)}</p>}
      <p>{t(`errors.${kind}.body`)}</p>
      <div className="btn-row">
        <Link className="btn btn-main" to={refusal.returnTo ?? onwards[kind] ?? pathname + search} reloadDocument>
          {t(`errors.${kind}.action`)}
        </Link>
      </div>
      {requestId !== '' && (
        <p className="xs">
          {t('errors.request')} <span className="mono">{refusal.requestId ?? requestId}</span>
        </p>
      )}
    </div>
  )
}

function useRequest(): { requestId: string } {
  const fromLoader = useRouteLoaderData('root') as { requestId: string } | undefined
  const settings = usePageSettings()
  return fromLoader ?? settings
}

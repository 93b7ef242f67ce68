import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { translator } from './i18n/index.ts'
import { useT } from './i18n/use-t.tsx'
import { Announcer } from './ui/frame/announcer.tsx'
import { DoorFrame } from './ui/frame/door-frame.tsx'
import { RouteLinks } from './ui/frame/route-links.tsx'
import { ErrorPage } from './ui/page/error-page.tsx'
import { ERROR_KINDS, errorView } from './ui/page/error-view.ts'
import { pageMeta } from './ui/page/page-meta.ts'
import { usePageSettings } from './ui/page-settings.tsx'
import { Sprite } from './ui/sprite.tsx'
import styles from './ui/styles/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta = pageMeta

/** Plain facts about the request: no database, so that every page can be shown when it is away. */
export function loader({ context: { locale, theme, requestId, mode } }: LoaderFunctionArgs) {
  const t = translator(locale)
  return { locale, theme, requestId, demo: mode === 'demo', errorTitles: Object.fromEntries(ERROR_KINDS.map((kind) => [kind, t(`errors.${kind}.title`)])) }
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, theme, mode, requestId, nonce, plain } = usePageSettings()
  return (
    <html lang={locale} data-theme={theme} data-mode={mode} data-request-id={requestId} data-catalogue={plain ? 'portal' : 'whole'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta property="csp-nonce" nonce={nonce} />
        <Title />
        <Links />
      </head>
      <body>
        <Sprite />
        {children}
        <Announcer />
        {plain ? (
          <PlainScript {...plain} nonce={nonce} />
        ) : (
          <>
            <RouteLinks />
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

/** A page that works as plain HTML loads the entry and no route. */
function PlainScript({ entry, runtime, nonce }: { entry: string; runtime?: string; nonce: string }) {
  const imports = [runtime, entry].flatMap((url) => (url === undefined ? [] : [`import ${JSON.stringify(url)}`]))
  return <script type="module" nonce={nonce} dangerouslySetInnerHTML={{ __html: imports.join(';') }} />
}

function Title() {
  const t = useT()
  const error = useRouteError()
  if (error === undefined || error === null) return <Meta />
  return <title>{`${t(`errors.${errorView(error, true).kind}.title`)} · ${t('common.product')}`}</title>
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return (
    <DoorFrame homeTo="/">
      <ErrorPage />
    </DoorFrame>
  )
}

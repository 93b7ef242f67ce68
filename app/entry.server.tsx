import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { handoffScripts } from './http/handoff-scripts.ts'
import { translator } from './i18n/index.ts'
import { TranslateProvider } from './i18n/use-t.tsx'
import { PageSettingsProvider, type PageSettings } from './ui/page-settings.tsx'
import { isPortalHandle } from './ui/portal-handle.ts'

/** Renders whole pages: nothing here suspends, and one string is about three times as fast as a stream. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce: nonce, requestId, locale, theme, mode, endRequest }: AppLoadContext,
) {
  const plain = plainPage(remix)
  const [data] = await Promise.all([plain ? '' : handoffScripts(remix.serverHandoffStream, nonce), endRequest?.()])
  const html = renderToString(
    <PageSettingsProvider value={{ locale, theme, mode, requestId, nonce, plain }}>
      <TranslateProvider t={translator(locale)}>
        <RemixServer context={{ ...remix, serverHandoffStream: undefined }} url={request.url} nonce={nonce} />
      </TranslateProvider>
    </PageSettingsProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  return new Response(new TextEncoder().encode(`<!doctype html>${html}${data}`), { headers, status })
}

/** A page's data without the page, as the router asks for it: its transaction has ended before the answer leaves. */
export async function handleDataRequest(response: Response, { context }: LoaderFunctionArgs | ActionFunctionArgs) {
  await context.endRequest?.()
  return response
}

/** The portal's pages work as plain HTML: they take the entry, and none of the router's data. */
function plainPage({ staticHandlerContext, routeModules, manifest }: EntryContext): PageSettings['plain'] {
  const isPlain = staticHandlerContext.matches.some(({ route }) => isPortalHandle(routeModules[route.id]?.handle))
  return isPlain ? { entry: manifest.entry.module, runtime: developmentRuntime(manifest) } : undefined
}

/** Only the development server's manifest names one; the type does not know it. */
function developmentRuntime(manifest: EntryContext['manifest'] & { hmr?: { runtime: string } }): string | undefined {
  return manifest.hmr?.runtime
}

export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const expected = isRouteErrorResponse(error) && error.status < 500
  if (!request.signal.aborted && !expected) context.reportError?.(error)
}

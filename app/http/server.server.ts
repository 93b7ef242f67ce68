import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type Request, type Response } from 'express'
import helmet from 'helmet'
import { resolveLocale } from '#app/i18n/resolve-locale.ts'
import { env } from '#app/platform/env.server.ts'
import { log, safeError } from '#app/platform/log.server.ts'
import { projectRoot } from '#app/platform/root.server.ts'
import { localeCookie, themeCookie } from './cookies.server.ts'
import { sameOriginOnly } from './guards.server.ts'
import { limitBodies } from './limit-time.server.ts'
import { THEMES, type Theme } from './load-context.ts'

type Parts = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Answers before Remix: assets in development, uploads and the JSON API. */
  before?: (app: Express) => void
  development?: boolean
  isReady: () => Promise<boolean>
}

const FORM_LIMIT = 2 * 1024 * 1024

/** The web process: headers, limits, health, then Remix. */
export function createServer({ build, before, development = false, isReady }: Parts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env().TRUST_PROXY || false)
  app.use(limitBodies())
  app.get('/healthz', (_request, response) => {
    isReady().then(
      (ready) => response.status(ready ? 200 : 503).type('text').send(ready ? 'ok' : 'unavailable'),
      () => response.status(503).type('text').send('unavailable'),
    )
  })
  app.use(identify)
  app.use(headers(development))
  app.use(compression())
  if (!development) serveBuilt(app)
  app.use(sameOriginOnly(env().PUBLIC_URL))
  before?.(app)
  app.use(limitForms)
  app.all('*', createRequestHandler({ build, mode: development ? 'development' : 'production', getLoadContext: loadContext as never }))
  return app
}

function identify(_request: Request, response: Response, next: () => void) {
  response.locals.requestId = randomUUID()
  response.locals.cspNonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}

function headers(development: boolean) {
  const https = env().PUBLIC_URL.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: true,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", (_request, response) => `'nonce-${(response as Response).locals.cspNonce}'`],
        'style-src': ["'self'", "'unsafe-inline'"], // React Aria positions popovers by style attributes
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': development ? ["'self'", 'ws:'] : ["'self'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  })
}

function serveBuilt(app: Express) {
  const client = path.join(projectRoot(), 'build', 'client')
  app.use('/assets', express.static(path.join(client, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  const single = express.static(client, { maxAge: '1h' })
  app.get(['/favicon.ico', '/favicon.svg', '/robots.txt'], single, (_request, response) => void response.status(404).end())
}

/** Forms are read whole by Remix: what is larger is refused before a byte is kept. Files go another way. */
function limitForms(request: Request, response: Response, next: () => void) {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const length = Number(request.get('Content-Length') ?? Number.NaN)
  if (!(length <= FORM_LIMIT)) return void response.status(413).type('text/plain').send('This form is too large.')
  next()
}

/** What loaders and actions learn of the request; its transaction ends with the answer at the latest. */
async function loadContext(request: Request, response: Response): Promise<AppLoadContext> {
  const cookies = request.get('Cookie') ?? null
  const [locale, theme] = await Promise.all([localeCookie().parse(cookies), themeCookie().parse(cookies)])
  const context: AppLoadContext = {
    cspNonce: response.locals.cspNonce,
    requestId: response.locals.requestId,
    now: new Date(),
    locale: resolveLocale({ cookie: locale ?? undefined, acceptLanguage: request.get('Accept-Language') }),
    theme: (THEMES as readonly unknown[]).includes(theme) ? (theme as Theme) : 'system',
    mode: env().CUSTODIA_MODE,
    publicUrl: env().PUBLIC_URL,
    ip: request.ip ?? '',
    reportError: (error) => log().error({ requestId: response.locals.requestId, path: request.path, ...safeError(error) }, 'request failed'),
  }
  response.on('close', () => void context.endRequest?.())
  return context
}

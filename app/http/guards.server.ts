import type { NextFunction, Request, Response } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send: an unsafe method must come from this origin.
 * Remix checks pages only, so this stands before it.
 */
export function sameOriginOnly(publicUrl: string) {
  const ours = new URL(publicUrl).host
  return (request: Request, response: Response, next: NextFunction) => {
    if (SAFE.has(request.method)) return next()
    const site = request.get('Sec-Fetch-Site')
    const origin = request.get('Origin')
    const sameSite = site === undefined || site === 'same-origin' || site === 'none'
    if (sameSite && (origin === undefined ? site !== undefined : isOurs(origin, ours, request))) return next()
    response.status(403).type('text/plain').send('This request came from another site and was refused.')
  }
}

/** The public address, or the very address that the request was sent to. */
function isOurs(origin: string, ours: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false
  const host = new URL(origin).host
  return host === ours || host === request.get('Host')
}

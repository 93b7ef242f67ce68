import { redirect } from '@remix-run/node'
import { flashCookie } from './cookies.server.ts'

/** One sentence for the next page: what was done, or why it was refused. */
type Flash = { kind: 'done' | 'refused'; key: string; data?: Record<string, unknown> }

/** Goes on to a page of this site and says there what happened. */
export async function redirectWith(path: string, flash: Flash, headers: Headers = new Headers()) {
  headers.append('Set-Cookie', await flashCookie().serialize(flash))
  return redirect(path, { headers })
}

/** Reads the sentence and the header that forgets it. */
export async function takeFlash(request: Request): Promise<{ flash?: Flash; headers: Headers }> {
  const headers = new Headers()
  const flash = (await flashCookie().parse(request.headers.get('Cookie'))) as Flash | null
  if (!flash) return { headers }
  headers.append('Set-Cookie', await flashCookie().serialize('', { maxAge: 0 }))
  return { flash, headers }
}

/** Where a refused form came from, if it was a page of this site; else the fallback. */
export function backTo(request: Request, fallback: string): string {
  const referer = request.headers.get('Referer')
  if (!referer || !URL.canParse(referer)) return fallback
  const from = new URL(referer)
  return from.host === new URL(request.url).host ? `${from.pathname}${from.search}` : fallback
}

/** `next=` may only name a page of this site. */
export function safeNext(next: string | null | undefined, fallback: string): string {
  if (!next || !/^\/(?![/\\])[^\u0000-\u001f]*$/.test(next)) return fallback
  return next
}

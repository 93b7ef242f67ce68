import type { Request, Response } from 'express'
import { Problem, type ProblemData } from '#app/domain/errors.ts'
import { translator } from '#app/i18n/index.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { resolveLocale } from '#app/i18n/resolve-locale.ts'
import { log, safeError } from '#app/platform/log.server.ts'
import { STATUS } from './authed.server.ts'
import type { LoadContext } from './load-context.ts'
import { openMember, type MemberContext } from './session.server.ts'

type Answer = { status?: number; body: object }
type ApiArgs = { ctx: MemberContext; request: Request; params: Record<string, string>; query: URLSearchParams; body: Record<string, unknown> }

const LONGEST_BODY = 256 * 1024

/**
 * One address of the JSON API: the same session, permissions and verbs as the pages, one transaction a request. A refusal
 * is `{ problem: { code, key, message, fields } }` in the caller's language (`?locale=` or Accept-Language).
 */
export function api(handle: (args: ApiArgs) => Promise<Answer>) {
  return async (request: Request, response: Response): Promise<void> => {
    const query = new URLSearchParams(request.url.split('?')[1] ?? '')
    const asked = query.get('locale')
    const locale = isLocale(asked) ? asked : resolveLocale({ acceptLanguage: request.get('Accept-Language') })
    query.delete('locale')
    response.setHeader('Cache-Control', 'no-store')
    try {
      const body = request.method === 'GET' ? {} : await readBody(request)
      const { status = 200, body: reply } = await inOneTransaction(request, locale, (ctx) => handle({ ctx, request, params: request.params, query, body }))
      response.status(status).json(reply)
    } catch (error) {
      refuse(error, { request, response, locale })
    }
  }
}

async function inOneTransaction<T>(request: Request, locale: Locale, work: (ctx: MemberContext) => Promise<T>): Promise<T> {
  const asked = new globalThis.Request('http://api.invalid/', { headers: { Cookie: request.get('Cookie') ?? '' } })
  const { ctx, commit, rollback } = await openMember(asked, { now: new Date(), locale } as LoadContext) // the two things that it reads
  try {
    const result = await work(ctx)
    await commit()
    return result
  } catch (error) {
    await rollback()
    throw error
  }
}

/** Forms of other sites cannot send JSON: the content type is part of the guard. */
async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (!request.is('application/json')) throw new Problem('invalid', 'errors.api.not_json')
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    size += piece.byteLength
    if (size > LONGEST_BODY) throw new Problem('invalid', 'errors.api.too_large')
    pieces.push(piece)
  }
  const parsed = parse(Buffer.concat(pieces).toString('utf8'))
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Problem('invalid', 'errors.api.not_json')
  return parsed as Record<string, unknown>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(error: unknown, { request, response, locale }: { request: Request; response: Response; locale: Locale }) {
  const t = translator(locale)
  const say = (key: string, data?: ProblemData) => t.from(key, data, 'errors.invalid.title')
  if (!request.complete) response.set('Connection', 'close')
  if (error instanceof globalThis.Response) return void response.status(401).json({ problem: { code: 'signed-out', key: 'errors.api.sign_in', message: t('errors.api.sign_in'), fields: [] } })
  if (error instanceof Problem) {
    const { code, key, data, fields } = error
    const told = fields.map((each) => ({ ...each, message: say(each.key, each.data) }))
    return void response.status(STATUS[code]).json({ problem: { code, key, data, message: say(key, data), fields: told } })
  }
  log().error({ requestId: response.locals.requestId, path: request.path, ...safeError(error) }, 'request failed')
  response.status(500).json({ problem: { code: 'unexpected', key: 'errors.unexpected.title', message: t('errors.unexpected.title'), fields: [] } })
}

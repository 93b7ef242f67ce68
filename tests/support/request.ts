import type { AppLoadContext } from '@remix-run/node'
import { memberCookie, portalCookie } from '#app/http/cookies.server.ts'
import { DEVICE } from './person.ts'
import { NOW } from './world.ts'

type Handler = (args: never) => unknown
type Call = { path?: string; params?: Record<string, string>; cookie?: string; /** The portal session of a vendor's contact. */ contact?: string; form?: Record<string, string | string[]>; referer?: string; now?: Date }
export type Answer = { status: number; location?: string; data: unknown; cookies: string[] }

/** Calls a route's loader (without `form`) or action as a browser would, and tells what came back, refusals included. */
export async function call(handler: unknown, { path = '/', params = {}, cookie, contact, form, referer, now = NOW }: Call = {}): Promise<Answer> {
  const headers = new Headers({ 'User-Agent': DEVICE.userAgent })
  if (cookie) headers.set('Cookie', (await memberCookie().serialize(cookie)).split(';')[0]!)
  if (contact) headers.append('Cookie', (await portalCookie().serialize(contact)).split(';')[0]!)
  if (referer) headers.set('Referer', `http://localhost:3000${referer}`)
  const body = form && new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as [string, string])))
  const request = new Request(`http://localhost:3000${path}`, { method: form ? 'POST' : 'GET', headers, body })
  const context: AppLoadContext = { cspNonce: '', requestId: 'test', now, locale: 'en', theme: 'system', mode: 'production', publicUrl: 'http://localhost:3000', ip: DEVICE.ip }
  const args = { request, params, context } as unknown as never
  try {
    return answerOf(await (handler as Handler)(args))
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown
    return answerOf(thrown)
  } finally {
    await context.endRequest?.()
  }
}

/** The value of a session cookie that an answer sets. */
export async function cookieOf(answer: Answer): Promise<string> {
  const line = answer.cookies.find((each) => each.startsWith('custodia='))
  return String((await memberCookie().parse(line?.split(';')[0] ?? null)) ?? '')
}

function answerOf(value: unknown): Answer {
  if (value instanceof Response) {
    return { status: value.status, location: value.headers.get('Location') ?? undefined, data: undefined, cookies: value.headers.getSetCookie() }
  }
  const { data, init } = isData(value) ? value : { data: value, init: undefined }
  return { status: init?.status ?? 200, data, cookies: new Headers(init?.headers).getSetCookie() }
}

function isData(value: unknown): value is { data: unknown; init?: ResponseInit } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'
}

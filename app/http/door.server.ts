import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { World } from '#app/domain/context.server.ts'
import { Problem } from '#app/domain/errors.ts'
import type { Device } from '#app/domain/identity/device.ts'
import { refusedForm, throwStatus } from './authed.server.ts'
import { memberCookie } from './cookies.server.ts'

type DoorArgs = ActionFunctionArgs & {
  world: World
  device: Device
  form: FormData
  /** The session cookie that the browser came with, if any. */
  cookie: string
}

/** Wraps loaders and actions of pages before sign-in: no session, no transaction; a refused form returns with what was typed. */
export function atDoor<T>(handle: (args: DoorArgs) => Promise<T>) {
  return async (args: ActionFunctionArgs): Promise<T> => {
    const { request, context } = args
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const form = isRead ? new FormData() : await request.formData()
    const cookie = String((await memberCookie().parse(request.headers.get('Cookie'))) ?? '')
    const device = { ip: context.ip, userAgent: request.headers.get('User-Agent') ?? undefined }
    try {
      return await handle({ ...args, world: { now: context.now, locale: context.locale }, device, form, cookie })
    } catch (error) {
      if (isRead || !(error instanceof Problem)) throwStatus(error)
      return refusedForm(error, form) as T
    }
  }
}

/** Goes on as the person of a new session. */
export async function enterWith(cookie: string, to: string) {
  return redirect(to, { headers: { 'Set-Cookie': await memberCookie().serialize(cookie) } })
}

/** The header that makes the browser forget its session. */
export const forgetSession = () => memberCookie().serialize('', { maxAge: 0 })

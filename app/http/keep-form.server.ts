import { data } from '@remix-run/node'
import { backTo, safeNext } from './flash.server.ts'

/** A form that came after its session had ended: where it was going, what it held, and the page that it came from. */
export type KeptForm = { action: string; fields: [name: string, value: string][]; from: string; hadFiles: boolean }

/**
 * What a signed-out person gets instead of a redirect: their own form, to be sent once more. A form with nothing of the
 * person's in it, or with a password, goes the ordinary way to sign-in.
 */
export function keepForm(refusal: unknown, request: Request, form: FormData): unknown {
  if (!(refusal instanceof Response)) return refusal
  const entries = [...form]
  const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== FROM)
  const isTyped = fields.some(([name, value]) => !name.startsWith('_') && value !== '')
  if (!isTyped || fields.some(([name]) => /password/i.test(name))) return refusal
  const hadFiles = entries.some(([, value]) => typeof value !== 'string' && value.size > 0)
  const kept: KeptForm = { action: addressOf(request), fields, from: safeNext(String(form.get(FROM) ?? ''), backTo(request, '/')), hadFiles }
  return data({ code: 'signed-out', form: kept }, 401)
}

/** The field that names the page from which a kept form came, for a refusal to return to. */
export const FROM = '_from'

/** As the browser knows the address: without what Remix adds to it. */
function addressOf(request: Request): string {
  const url = new URL(request.url)
  url.searchParams.delete('_routes')
  return `${url.pathname.replace(/\.data$/, '')}${url.search}`
}

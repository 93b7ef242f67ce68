import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { localeCookie } from '#app/http/cookies.server.ts'
import { safeNext } from '#app/http/flash.server.ts'
import { isLocale } from '#app/i18n/locale.ts'

/** Remembers the reader's language in this browser and goes back to where they were. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const wanted = form.get('locale')
  const locale = isLocale(wanted) ? wanted : context.locale
  return redirect(safeNext(String(form.get('returnTo') ?? ''), '/'), { headers: { 'Set-Cookie': await localeCookie().serialize(locale) } })
}

export const loader = () => redirect('/')

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { themeCookie } from '#app/http/cookies.server.ts'
import { safeNext } from '#app/http/flash.server.ts'
import { THEMES } from '#app/http/load-context.ts'

/** Remembers light, dark or as the system in this browser and goes back to where the reader was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = THEMES.find((each) => each === form.get('theme')) ?? context.theme
  return redirect(safeNext(String(form.get('returnTo') ?? ''), '/'), { headers: { 'Set-Cookie': await themeCookie().serialize(theme) } })
}

export const loader = () => redirect('/')

import { data, redirect } from '@remix-run/node'
import { signInAsContact } from '#app/domain/identity/sign-in-as.server.ts'
import { throwStatus } from '#app/http/authed.server.ts'
import { localeCookie, portalCookie } from '#app/http/cookies.server.ts'
import { atDoor } from '#app/http/door.server.ts'
import { paths } from '#app/http/paths.ts'

/** Enters the portal as the person of one of the demo's vendors; in production mode there is nothing here. */
export const action = atDoor(async ({ world, form, device, context }) => {
  const persona = { orgId: String(form.get('orgId') ?? ''), contactId: String(form.get('contactId') ?? '') }
  const entered = await signInAsContact(world, { ...persona, device }).catch(throwStatus)
  const headers = new Headers({ 'Set-Cookie': await portalCookie().serialize(entered) })
  headers.append('Set-Cookie', await localeCookie().serialize(context.locale)) // the visitor's language, not the contact's
  return redirect(paths.portal(), { headers })
})

export const loader = () => {
  throw data({ code: 'not-found' }, 404)
}

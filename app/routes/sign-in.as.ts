import { data } from '@remix-run/node'
import { signInAs } from '#app/domain/identity/sign-in-as.server.ts'
import { atDoor, enterWith } from '#app/http/door.server.ts'
import { safeNext } from '#app/http/flash.server.ts'
import { throwStatus } from '#app/http/authed.server.ts'

/** Enters the demo organisation as one of its people; in production mode there is nothing here. */
export const action = atDoor(async ({ world, form, device, cookie }) => {
  const persona = { orgId: String(form.get('orgId') ?? ''), userId: String(form.get('userId') ?? '') }
  const entered = await signInAs(world, { ...persona, device, replaces: cookie }).catch(throwStatus)
  return enterWith(entered, safeNext(String(form.get('next') ?? ''), '/'))
})

export const loader = () => {
  throw data({ code: 'not-found' }, 404)
}

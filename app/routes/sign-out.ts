import { signOut } from '#app/domain/identity/sign-out.server.ts'
import { atDoor, forgetSession } from '#app/http/door.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'
import { redirect } from '@remix-run/node'

export const action = atDoor(async ({ world, cookie }) => {
  await signOut(world, cookie)
  return redirectWith(paths.signIn(), { kind: 'done', key: 'identity.signed_out' }, new Headers({ 'Set-Cookie': await forgetSession() }))
})

export const loader = () => redirect(paths.signIn())

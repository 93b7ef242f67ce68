import { redirect } from '@remix-run/node'
import { switchOrganisation } from '#app/domain/identity/switch-organisation.server.ts'
import { throwStatus } from '#app/http/authed.server.ts'
import { atDoor, enterWith } from '#app/http/door.server.ts'

export const action = atDoor(async ({ world, form, cookie }) =>
  enterWith(await switchOrganisation(world, { cookie, orgId: String(form.get('orgId') ?? '') }).catch(throwStatus), '/'),
)

export const loader = () => redirect('/')

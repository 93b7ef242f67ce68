import { revokeInvitation } from '#app/domain/identity/revoke-invitation.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'

const back = () => paths.settings('people')

export const action = authed(
  async ({ ctx, params }) => {
    await revokeInvitation(ctx, asId(params.invitationId))
    return redirectWith(back(), { kind: 'done', key: 'settings.people.revoked' })
  },
  { back },
)

import { revokeSession } from '#app/domain/identity/revoke-session.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'

const back = () => paths.settings('sessions')

export const action = authed(
  async ({ ctx, params }) => {
    await revokeSession(ctx, asId(params.sessionId))
    return redirectWith(back(), { kind: 'done', key: 'settings.sessions.revoked' })
  },
  { back },
)

import { revokeOtherSessions } from '#app/domain/identity/revoke-other-sessions.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

const back = () => paths.settings('sessions')

export const action = authed(
  async ({ ctx }) => {
    const count = await revokeOtherSessions(ctx, { sessionId: ctx.sessionId })
    return redirectWith(back(), { kind: 'done', key: 'settings.sessions.others_done', data: { count } })
  },
  { back },
)

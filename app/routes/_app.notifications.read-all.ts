import { markRead } from '#app/domain/notifications/mark-read.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx }) => {
    await markRead(ctx)
    return redirectWith(paths.notifications(), { kind: 'done', key: 'notifications.read_saved' })
  },
  { back: () => paths.notifications() },
)

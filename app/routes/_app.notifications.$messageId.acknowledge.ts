import { acknowledgeAlert } from '#app/domain/notifications/acknowledge-alert.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { backTo, redirectWith } from '#app/http/flash.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params, request }) => {
    await acknowledgeAlert(ctx, asId(params.messageId))
    return redirectWith(backTo(request, paths.notifications()), { kind: 'done', key: 'notifications.acknowledge.saved' })
  },
  { back: () => paths.notifications() },
)

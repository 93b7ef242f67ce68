import { redirect } from '@remix-run/node'
import { markRead } from '#app/domain/notifications/mark-read.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { backTo } from '#app/http/flash.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params, request }) => {
    await markRead(ctx, asId(params.messageId))
    return redirect(backTo(request, paths.notifications()))
  },
  { back: () => paths.notifications() },
)

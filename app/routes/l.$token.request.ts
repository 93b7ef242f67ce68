import type { ActionFunctionArgs } from '@remix-run/node'
import { requestLink } from '#app/domain/portal/request-link.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { atLink, readLink } from '#app/http/link-door.server.ts'
import { paths } from '#app/http/paths.ts'

/** Asks the sender for a new link; the answer is the same whatever the link was. */
export async function action({ context, params }: ActionFunctionArgs) {
  const token = readLink({ params })
  if (token) await atLink(token, context, (ctx) => requestLink(ctx, token.secret))
  return redirectWith(paths.link(params.token ?? ''), { kind: 'done', key: 'portal.link.requested' })
}

import { startAgreement } from '#app/domain/agreements/start-agreement.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

/** Drafts the agreement of an approved engagement. */
export const action = authed(
  async ({ ctx, params }) => {
    const { id, number } = await startAgreement(ctx, params.engagementId!)
    return redirectWith(paths.agreement(id), { kind: 'done', key: 'agreements.done.start', data: { number } })
  },
  { back: ({ engagementId }) => paths.engagement(engagementId!) },
)

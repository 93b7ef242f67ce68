import { submitAgreement } from '#app/domain/agreements/submit-agreement.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { id } = await submitAgreement(ctx, params.agreementId!)
    return redirectWith(paths.agreement(id), { kind: 'done', key: 'agreements.done.submit' })
  },
  { back: ({ agreementId }) => paths.agreement(agreementId!) },
)

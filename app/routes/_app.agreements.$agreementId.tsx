import { Outlet, useLoaderData } from '@remix-run/react'
import { getAgreementHead } from '#app/domain/agreements/read-agreement.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { AgreementHead } from '#app/ui/agreement/agreement-head.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'

/** What stands above every page about the agreement. */
export const loader = authed(async ({ ctx, params }) => {
  const head = await getAgreementHead(ctx, params.agreementId!)
  return { title: translator(ctx.locale)('agreements.named', { number: head.number }), head }
})

export const meta = pageMeta

export default function AgreementLayout() {
  const { head } = useLoaderData<typeof loader>()
  return (
    <>
      <AgreementHead head={head} />
      <Page>
        <Outlet />
      </Page>
    </>
  )
}

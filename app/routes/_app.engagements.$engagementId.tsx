import { Outlet, useLoaderData } from '@remix-run/react'
import { getEngagement } from '#app/domain/engagements/queries.server.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { countTabs } from '#app/domain/vendors/tab-rows.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { VendorHead } from '#app/ui/vendor/vendor-head.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const engagement = await getEngagement(ctx, params.engagementId!)
  const [vendor, counts] = await Promise.all([getVendorHeader(ctx, engagement.vendorId), countTabs(ctx, engagement.vendorId)])
  return { title: `${engagement.title} · ${nameIn(ctx.locale, vendor)}`, vendor, counts }
})

export const meta = pageMeta

export default function EngagementLayout() {
  const { vendor, counts } = useLoaderData<typeof loader>()
  return (
    <>
      <VendorHead vendor={vendor} counts={counts} actions={<PrintButton />} />
      <Page>
        <Outlet />
      </Page>
    </>
  )
}

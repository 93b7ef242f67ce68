import { Outlet, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { getAudit } from '#app/domain/audits/queries.server.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { VendorHead } from '#app/ui/vendor/vendor-head.tsx'

/** The vendor stands above every page about one of its audits. */
export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'audit.read')
  const { ref, vendorId } = await getAudit(ctx, params.auditId!)
  return { title: translator(ctx.locale)('audits.one', { ref }), vendor: await getVendorHeader(ctx, vendorId) }
})

export const meta = pageMeta

export default function AuditLayout() {
  const { vendor } = useLoaderData<typeof loader>()
  return (
    <>
      <VendorHead vendor={vendor} actions={<PrintButton />} />
      <Page>
        <Outlet />
      </Page>
    </>
  )
}

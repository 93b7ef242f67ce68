import { Outlet, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { countTabs } from '#app/domain/vendors/tab-rows.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { VendorHead } from '#app/ui/vendor/vendor-head.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendorHeader(ctx, params.vendorId!)
  const counts = await countTabs(ctx, vendor.id)
  const at = dateTime(ctx.now, ctx.locale, ctx.organisation.zone, 'year')
  return {
    title: nameIn(ctx.locale, vendor),
    vendor,
    counts,
    mayUpdate: can(ctx.actor, 'vendor.update'),
    printed: { left: ctx.organisation.name, right: translator(ctx.locale)('vendors.head.printed', { person: ctx.actor.name, at }) },
  }
})

export const meta = pageMeta

export default function VendorLayout() {
  const t = useT()
  const { vendor, counts, mayUpdate, printed } = useLoaderData<typeof loader>()
  const actions = (
    <>
      <PrintButton />
      {mayUpdate && (
        <ButtonLink to={paths.vendorTab(vendor.id, 'edit')} icon="edit">
          {t('vendors.head.edit')}
        </ButtonLink>
      )}
    </>
  )
  return (
    <>
      <VendorHead vendor={vendor} counts={counts} actions={actions} printed={printed} />
      <Page>
        <Outlet />
      </Page>
    </>
  )
}

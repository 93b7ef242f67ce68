import { useLoaderData } from '@remix-run/react'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listTimeline } from '#app/domain/vendors/timeline.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { Happenings } from '#app/ui/vendor/happenings.tsx'

const ENTRIES_A_PAGE = 50

export const loader = authed(async ({ ctx, params, request }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  const before = Number(new URL(request.url).searchParams.get('before') ?? Number.NaN)
  const page = await listTimeline(ctx, vendor.id, { limit: ENTRIES_A_PAGE, all: true, before: Number.isSafeInteger(before) ? before : undefined })
  return { title: translator(ctx.locale)('vendors.tab.trail'), vendorId: vendor.id, ...page, zone: ctx.organisation.zone, today: localDate(ctx.now, ctx.organisation.zone) }
})

export const meta = pageMeta

export default function VendorTrail() {
  const t = useT()
  const { vendorId, happenings, more, zone, today } = useLoaderData<typeof loader>()
  const last = happenings.at(-1)
  return (
    <Section title={t('vendors.tab.trail')}>
      {happenings.length === 0 ? <p className="muted">{t('vendors.timeline.none')}</p> : <Happenings happenings={happenings} zone={zone} today={today} />}
      <Pager next={more && last ? `${paths.vendorTab(vendorId, 'trail')}?before=${last.seq}` : undefined} />
    </Section>
  )
}

import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { labelsOf } from '#app/domain/engagements/intake-labels.ts'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import { getOverview } from '#app/domain/vendors/overview.server.ts'
import { getVendorHeader, listContacts } from '#app/domain/vendors/queries.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { vendorCan } from '#app/domain/vendors/vendor.ts'
import { authed } from '#app/http/authed.server.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/page/columns.tsx'
import { NextStep } from '#app/ui/vendor/next-step.tsx'
import { OverviewRail } from '#app/ui/vendor/overview-rail.tsx'
import { History, ResidualReasons, SectionEffectiveness } from '#app/ui/vendor/overview-parts.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendorHeader(ctx, params.vendorId!)
  const { zone } = ctx.organisation
  const today = await getToday(ctx)
  const [overview, contacts] = await Promise.all([getOverview(ctx, vendor, { today, zone }), listContacts(ctx, vendor.id)])
  const { engagement, ...rest } = overview
  const active = contacts.filter(({ isActive }) => isActive)
  return {
    ...rest,
    vendor: { ...vendor, countryName: countryOptions(ctx.locale).find(({ v }) => v === vendor.country)?.label ?? vendor.country },
    today,
    zone,
    engagement: engagement && { ...engagement, intake: undefined, ...labelsOf(intakeTemplate().template.intake.items, engagement.intake, ctx.locale) },
    contact: active.find(({ isPrimary }) => isPrimary)?.name,
    signatory: active.find(({ isSignatory }) => isSignatory)?.name,
    may: {
      send: can(ctx.actor, 'assessment.send'),
      draft: can(ctx.actor, 'agreement.draft'),
      suspend: can(ctx.actor, 'vendor.suspend') && vendorCan('suspend', vendor),
      resume: can(ctx.actor, 'vendor.resume') && vendor.suspendedAt !== null && (vendorCan('resume', vendor) || vendor.status === 'active'),
      withdraw: can(ctx.actor, 'vendor.withdraw') && vendorCan('withdraw', vendor),
    },
  }
})

export default function VendorOverview() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { vendor, step, residual, decision, overdueFindings, timeline, today, zone } = data
  return (
    <Columns rail={<OverviewRail {...data} />} railLabel={t('vendors.rail.label')}>
      <NextStep step={step} vendorId={vendor.id} today={today} may={data.may} />
      <ResidualReasons residual={residual} decision={decision} auditOverdueDays={vendor.auditOverdueDays} tier={vendor.tier} overdueFindings={overdueFindings} />
      <History happenings={timeline} vendorId={vendor.id} zone={zone} today={today} />
      <SectionEffectiveness decision={decision} zone={zone} />
    </Columns>
  )
}

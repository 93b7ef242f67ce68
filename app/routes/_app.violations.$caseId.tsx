import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { setsMustTerminate } from '#app/domain/violations/case.ts'
import { getCase } from '#app/domain/violations/queries.server.ts'
import { getViolation } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { inLanguage } from '#app/ui/case/case-words.ts'
import { Mandate } from '#app/ui/case/mandate.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { VendorHead } from '#app/ui/vendor/vendor-head.tsx'

/** What stands above every page about the case: the vendor, and what the law leaves to do. */
export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'violation.read')
  const { id, ref, vendorId, violationId, state, noticeDueAt, terminationEffectiveAt } = await getCase(ctx, params.caseId!)
  const violation = getViolation(violationId).name
  return {
    title: translator(ctx.locale)('cases.named', { id: ref, name: inLanguage(violation, ctx.locale) }),
    vendor: await getVendorHeader(ctx, vendorId),
    mandate: setsMustTerminate(state) ? { violation, noticeDueAt, effectiveAt: terminationEffectiveAt } : undefined,
    issueTo: can(ctx.actor, 'violation.terminate') ? paths.violationVerb(id, 'notice') : undefined,
    now: ctx.now,
    zone: ctx.organisation.zone,
  }
})

export const meta = pageMeta

export default function CaseLayout() {
  const t = useT()
  const { vendor, mandate, issueTo, now, zone } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <>
      <VendorHead vendor={vendor} actions={<PrintButton />} />
      {mandate && (
        <Mandate violation={inLanguage(mandate.violation, t.locale)} noticeDueAt={mandate.noticeDueAt} effectiveAt={mandate.effectiveAt} now={now} zone={zone} issueTo={pathname === issueTo ? undefined : issueTo} />
      )}
      <Page>
        <Outlet />
      </Page>
    </>
  )
}

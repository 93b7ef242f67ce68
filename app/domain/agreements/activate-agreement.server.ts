import { and, eq, inArray } from 'drizzle-orm'
import { cases } from '#db/schema/index.ts'
import { planFirstAudit } from '../audits/plan-audit.server.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { vendorBlockers } from '../vendors/vendor.ts'
import { agreementBlockers } from './agreement.ts'
import { listOpenPreContract } from './draft-of.server.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { listSignatures, type Agreement } from './queries.server.ts'

/** A signed agreement takes effect when its day has come: the vendor becomes active and its first audit is planned. Not a verb: nobody decides it. */
export async function activateAgreement(ctx: Context, agreement: Agreement): Promise<Agreement> {
  const { zone } = await getOrganisation(ctx)
  const today = localDate(ctx.now, zone)
  const effectiveOn = agreement.effectiveOn ?? today
  if (agreementBlockers('activate', agreement, { effectiveOn, today }).length > 0) return agreement
  const active = await moveAgreement(ctx, agreement, { action: 'activate', data: { effectiveOn } })
  await activateVendor(ctx, active)
  return active
}

/** Makes the vendor of an active agreement active, unless something still stands against it; then the next tick asks again. */
export async function activateVendor(ctx: Context, agreement: Agreement): Promise<void> {
  const { zone } = await getOrganisation(ctx)
  const today = localDate(ctx.now, zone)
  const effectiveOn = agreement.effectiveOn ?? today
  const vendor = await getVendor(ctx, agreement.vendorId)
  if (vendor.status === 'active') return void (await planFirstAudit(ctx, { agreement, tier: vendor.tier ?? 'T1', effectiveOn }))
  if (vendor.status !== 'contracting') return
  if (vendorBlockers('activate', vendor, await activationFacts(ctx, agreement, { effectiveOn, today })).length > 0) return
  const moved = await moveVendor(ctx, { vendorId: vendor.id, action: 'activate', set: { activeSince: effectiveOn }, data: { agreement: agreement.number } })
  await planFirstAudit(ctx, { agreement, tier: moved.tier ?? 'T1', effectiveOn })
}

async function activationFacts(ctx: Context, agreement: Agreement, { effectiveOn, today }: { effectiveOn: string; today: string }) {
  const parties = (await listSignatures(ctx, agreement)).map(({ party }) => party)
  const open = await listOpenPreContract(ctx, agreement.vendorId)
  const mustTerminate = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.vendorId, agreement.vendorId), inArray(cases.state, ['must_terminate', 'terminating'])))
    .limit(1)
  return {
    signedByBoth: parties.includes('company') && parties.includes('vendor'),
    effectiveReached: effectiveOn <= today,
    openPreContractFindings: open.length,
    mustTerminateOpen: mustTerminate.length > 0,
  }
}

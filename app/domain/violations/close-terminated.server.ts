import { and, eq, isNotNull } from 'drizzle-orm'
import { cases, vendorBans } from '#db/schema/index.ts'
import { cancelAudits } from '../audits/cancel-audits.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { vendorBlockers } from '../vendors/vendor.ts'
import { loadClock } from './load-clock.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { findOtherGrounds, getCase, listSteps } from './queries.server.ts'
import { asRecords, settleStep } from './settle-step.server.ts'
import { openMandatorySteps, TERMINATION_STEPS } from './termination.ts'

/**
 * W-17: every mandatory step is done or waived and the certificate verified, so the case closes, the only way out of
 * MUST TERMINATE. Unless another case still runs, the vendor is terminated and banned and its open audits are cancelled.
 */
export async function closeTerminated(ctx: Context, caseId: string): Promise<Case> {
  requirePermission(ctx, 'violation.close')

  return inTransaction(ctx, async (ctx) => {
    const before = await getCase(ctx, caseId)
    const records = asRecords(await listSteps(ctx, before.id))
    const facts = {
      openMandatorySteps: openMandatorySteps(TERMINATION_STEPS, records).length,
      certificateVerified: records.some(({ id, doneAt }) => id === 'W-13' && doneAt !== undefined),
    }
    const after = await moveCase(ctx, before, { action: 'close_terminated', facts, set: { closedAt: ctx.now } })
    await settleStep(ctx, after, 'W-17', { doneAt: ctx.now, doneBy: ctx.actor.kind === 'system' ? ctx.actor.job : ctx.actor.name })
    const others = await findOtherGrounds(ctx, after)
    if (!others.mustTerminate) await endVendor(ctx, after, facts)
    return after
  })
}

const SUPPLY_CLEARED = { suspendedAt: null, suspensionReason: null, suspensionSeverity: null, suspendedBy: null, resumeProposedBy: null }

async function endVendor(ctx: Context, { id, ref, vendorId }: Case, facts: { openMandatorySteps: number; certificateVerified: boolean }) {
  const vendor = await getVendor(ctx, vendorId)
  if (vendor.status !== 'terminating') return // a vendor that was never in business with us has nothing to end
  const [blocker] = vendorBlockers('complete_exit', vendor, facts)
  if (blocker) throw new Problem('conflict', `status.blocked.vendor.${blocker}`)
  const { zone } = await loadClock(ctx)
  const data = { caseId: id, caseRef: ref }
  await moveVendor(ctx, { vendorId, action: 'complete_exit', set: { ...SUPPLY_CLEARED, terminatedOn: localDate(ctx.now, zone) }, data })
  await cancelAudits(ctx, vendorId)
  if (await hasCaseBan(ctx, vendorId)) await moveVendor(ctx, { vendorId, action: 'ban', data })
}

/** A ban by any of the vendor's terminations that are closed by now. */
async function hasCaseBan(ctx: Context, vendorId: string): Promise<boolean> {
  const [ban] = await ctx.db
    .select({ id: vendorBans.id })
    .from(vendorBans)
    .innerJoin(cases, and(eq(cases.orgId, vendorBans.orgId), eq(cases.id, vendorBans.caseId)))
    .where(and(eq(vendorBans.orgId, ctx.actor.orgId), eq(vendorBans.vendorId, vendorId), isNotNull(cases.closedAt)))
    .limit(1)
  return ban !== undefined
}

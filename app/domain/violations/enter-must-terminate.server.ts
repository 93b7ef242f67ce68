import { caseSteps } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { vendorCan } from '../vendors/vendor.ts'
import { noticeDeadline } from './deadlines.ts'
import { exitParameters } from './exit-parameters.server.ts'
import type { CaseFacts } from './case-guards.ts'
import { loadClock } from './load-clock.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { suspendOnSuspicion, suspension } from './suspend-on-suspicion.server.ts'
import { terminationSteps } from './termination.ts'

type Way = 'must_terminate' | 'refuse_downgrade' | 'fail_remediation'

/**
 * The case ends the engagement (R7.3.3): the notice clock starts, the vendor is terminating, its supply is off and W-01 … W-17
 * stand with their times, as part of the caller's write. There is no way back; only the closing clears it.
 */
export async function enterMustTerminate<A extends Way>(
  ctx: Context,
  before: Case,
  { action, facts, repeated, data }: { action: A; facts: CaseFacts[A]; repeated?: boolean; data?: Record<string, unknown> },
): Promise<Case> {
  const clock = await loadClock(ctx)
  const noticeDueAt = noticeDeadline(ctx.now, clock).dueAt
  const set = { mustTerminateAt: ctx.now, noticeDueAt }
  const after = await moveCase(ctx, before, { action, facts, repeated, set, data: { ...data, noticeDueAt: noticeDueAt.toISOString() } })
  await endEngagement(ctx, after)
  await insertSteps(ctx, after)
  return after
}

async function endEngagement(ctx: Context, { id, ref, vendorId, violationId, severity }: Case) {
  const vendor = await getVendor(ctx, vendorId)
  const ground = { caseId: id, caseRef: ref, violationId, severity }
  if (!vendorCan('must_terminate', vendor)) {
    await suspendOnSuspicion(ctx, vendor, ground)
    return
  }
  await moveVendor(ctx, { vendorId, action: 'must_terminate', set: suspension(ctx, vendor, ground), data: { caseId: id, caseRef: ref } })
}

async function insertSteps(ctx: Context, row: Case) {
  const vendor = await getVendor(ctx, row.vendorId)
  const [clock, parameters] = await Promise.all([loadClock(ctx), exitParameters(ctx, row, vendor.tier ?? 'T1')])
  const steps = terminationSteps({ ...clock, mustTerminateAt: ctx.now, parameters })
  await ctx.db.insert(caseSteps).values(
    steps.map(({ id, dueAt }) => ({
      orgId: ctx.actor.orgId, caseId: row.id, stepId: id, startedAt: ctx.now, dueAt, updatedAt: ctx.now,
      ...(id === 'W-01' ? { doneAt: ctx.now, doneBy: SYSTEM } : {}),
    })),
  )
}

/** What stands as the doer of a step that the product settles by itself. */
export const SYSTEM = 'system'

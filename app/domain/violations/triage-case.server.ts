import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import type { TriageInput } from './input.ts'
import { followSuspicion } from './insert-case.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { findOtherGrounds, getCase } from './queries.server.ts'
import { endSuspension, suspendOnSuspicion } from './suspend-on-suspicion.server.ts'

/**
 * A person reads the suspicion: says what it is about, may make class and severity graver, keeps, cuts or, with a reason,
 * gives back the supply that the product cut (rulings 20). Severity raised to critical cuts it.
 */
export async function triageCase(ctx: Context, caseId: string, input: TriageInput): Promise<Case> {
  requirePermission(ctx, 'violation.triage')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision: input.revision }
    const { scope, severity, supply } = input
    const liftsSuspension = supply === 'lift'
    const after = await moveCase(ctx, before, {
      action: 'triage',
      facts: { scope, severity, class: input.class, floor: before.severity, liftsSuspension, liftReason: input.liftReason ?? '' },
      set: { scope, severity, class: input.class, triagedAt: ctx.now, dismissProposedBy: null, dismissReason: null },
      data: { supply, liftReason: input.liftReason },
    })
    if (after.severity !== before.severity) await followSuspicion(ctx, after, await getVendor(ctx, after.vendorId))
    const vendor = await getVendor(ctx, after.vendorId)
    if (supply === 'suspend' && !vendor.suspendedAt) await suspendByHand(ctx, vendor, after)
    if (liftsSuspension) await liftSuspension(ctx, vendor, after)
    return after
  })
}

async function suspendByHand(ctx: Context, vendor: Vendor, { id, ref, violationId, severity }: Case) {
  const suspendedBy = ctx.actor.kind === 'member' ? ctx.actor.userId : undefined
  await suspendOnSuspicion(ctx, vendor, { caseId: id, caseRef: ref, violationId, severity, suspendedBy })
}

/** Only what the product cut by itself, and only while no other case is a ground; one person's reason is enough here (rulings 20). */
async function liftSuspension(ctx: Context, vendor: Vendor, violationCase: Case) {
  if (!vendor.suspendedAt || vendor.suspendedBy) throw new Problem('conflict', 'cases.problem.not_suspended_by_system')
  const others = await findOtherGrounds(ctx, violationCase)
  if (others.unreadCritical) throw new Problem('conflict', 'status.blocked.vendor.ground_remains')
  if (others.mustTerminate) throw new Problem('conflict', 'status.blocked.vendor.must_terminate_open')
  await endSuspension(ctx, vendor, { caseId: violationCase.id, caseRef: violationCase.ref })
}

import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import type { CloseClearedInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'

/** Closes a case that did not hold; a supply that stays cut needs its reason written down. */
export async function closeNotSubstantiated(ctx: Context, caseId: string, { keepReason = '', revision }: CloseClearedInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const vendor = await getVendor(ctx, before.vendorId)
    return moveCase(ctx, before, {
      action: 'close_cleared',
      facts: { supplySuspended: vendor.suspendedAt !== null, keepReason },
      set: { closedAt: ctx.now },
      data: { keepReason: keepReason || undefined },
    })
  })
}

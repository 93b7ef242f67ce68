import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { heavierSeverity } from '../violations/severity.ts'
import type { SuspendSupplyInput } from './input.ts'
import { moveVendor } from './move-vendor.server.ts'
import { getVendor, type Vendor } from './queries.server.ts'
import { vendorBlockers } from './vendor.ts'

/** No customer information goes to the vendor from now on (DPA-32): compliance says why and how grave the ground is. */
export async function suspendSupply(ctx: Context, vendorId: string, { reason, severity }: SuspendSupplyInput): Promise<Vendor> {
  requirePermission(ctx, 'vendor.suspend')

  return inTransaction(ctx, async (ctx) => {
    const vendor = await getVendor(ctx, vendorId)
    const [blocker] = vendorBlockers('suspend', vendor, { ground: reason })
    if (blocker) throw new Problem('conflict', `status.blocked.vendor.${blocker}`)
    return moveVendor(ctx, {
      vendorId: vendor.id,
      action: 'suspend',
      set: {
        suspendedAt: vendor.suspendedAt ?? ctx.now,
        suspensionReason: reason,
        suspensionSeverity: vendor.suspensionSeverity ? heavierSeverity(vendor.suspensionSeverity, severity) : severity,
        suspendedBy: ctx.actor.kind === 'member' ? ctx.actor.userId : null,
        resumeProposedBy: null,
      },
      data: { reason, severity },
    })
  })
}

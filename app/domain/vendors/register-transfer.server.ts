import { newId } from '#app/platform/ids.server.ts'
import { transfers } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { RegisterTransferInput } from './input.ts'
import { getSupplyFacts } from './supply-facts.server.ts'
import { transferRefusal, type TransferRefusal } from './transfer.ts'

type TransferOutcome = { transferId: string; refusal?: TransferRefusal }

/**
 * Registers one supply of customer information, or the refusal of it: the supply gate (PC-19, R7.2.2) decides, and both
 * answers are kept (PC-16). A refusal is returned, not thrown, so that its record stays.
 */
export async function registerTransfer(ctx: Context, vendorId: string, input: RegisterTransferInput): Promise<TransferOutcome> {
  requirePermission(ctx, 'transfer.register')

  return inTransaction(ctx, async (ctx) => {
    const { vendor, agreement, question } = await getSupplyFacts(ctx, vendorId, input.agreementId)
    const refusal = transferRefusal({ ...question, infoTypes: input.infoTypes, agreedTypes: agreement?.infoTypes ?? [] })

    const [transfer] = await ctx.db
      .insert(transfers)
      .values({
        orgId: ctx.actor.orgId, id: newId(), vendorId: vendor.id, agreementId: agreement?.id, infoTypes: input.infoTypes,
        subjectCount: input.subjectCount, purpose: input.purpose, scenario: input.scenario, refusal,
        requestedBy: ctx.actor.kind === 'member' ? ctx.actor.userId : vendor.id, at: ctx.now,
      })
      .returning()
    await record(ctx, {
      action: refusal ? 'transfer.refused' : 'transfer.register',
      subjectType: 'transfer',
      subjectId: transfer!.id,
      vendorId: vendor.id,
      after: transfer,
      data: refusal ? { refusal } : undefined,
    })
    return { transferId: transfer!.id, refusal } // an insert without a conflict clause returns its row
  })
}

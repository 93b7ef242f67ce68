import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { WaiveStepInput } from './input.ts'
import { changeCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { getStepRecords, settleStep } from './settle-step.server.ts'
import { waiveBlockers } from './step-owners.ts'

/** Leaves a step out: the compliance head writes why, and what shows that it may be. The vendor's certificate and its verification are never left out. */
export async function waiveStep(ctx: Context, caseId: string, { stepId: wanted, reason, proof }: WaiveStepInput & { stepId: string }): Promise<Case> {
  requirePermission(ctx, 'violation.close')

  return inTransaction(ctx, async (ctx) => {
    const before = await getCase(ctx, caseId)
    const { stepId, records } = await getStepRecords(ctx, before.id, wanted)
    const [blocker] = waiveBlockers(stepId, records)
    if (blocker) throw new Problem('conflict', `cases.step.blocked.${blocker}`)
    const waivedBy = ctx.actor.kind === 'system' ? ctx.actor.job : ctx.actor.name
    await settleStep(ctx, before, stepId, { waivedAt: ctx.now, waivedBy, waiverReason: reason, proof })
    return changeCase(ctx, before, { action: 'waive_step', set: {}, data: { stepId, reason, proof } })
  })
}

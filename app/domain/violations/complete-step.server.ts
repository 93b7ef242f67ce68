import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { type GivenFile, keepGiven, receiveGiven } from './given-file.server.ts'
import type { CompleteStepInput } from './input.ts'
import { changeCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { retimeSteps } from './retime-steps.server.ts'
import { getStepRecords, settleStep } from './settle-step.server.ts'
import { completeBlockers } from './step-owners.ts'

type Completion = CompleteStepInput & { stepId: string; file?: GivenFile }

/** Ticks one step of a termination off, with its proof. Deletion and certificate start the clocks of what follows them. */
export async function completeStep(ctx: Context, caseId: string, { stepId: wanted, proof, file }: Completion): Promise<Case> {
  requirePermission(ctx, 'violation.complete_step')

  const received = await receiveGiven(ctx.actor.orgId, file)
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await getCase(ctx, caseId)
      const { stepId, records } = await getStepRecords(ctx, before.id, wanted)
      const [blocker] = completeBlockers(stepId, records, ctx.actor.kind === 'member' ? ctx.actor.roles : [])
      if (blocker) throw new Problem(blocker === 'not_the_owner' ? 'forbidden' : 'conflict', `cases.step.blocked.${blocker}`)
      const kept = await keepGiven(ctx, file, received)
      const doneBy = ctx.actor.kind === 'system' ? ctx.actor.job : ctx.actor.name
      await settleStep(ctx, before, stepId, { doneAt: ctx.now, doneBy, proof, fileId: kept?.id })
      const after = await changeCase(ctx, before, { action: 'complete_step', set: {}, data: { stepId, proof, sha256: kept?.sha256 } })
      await retimeSteps(ctx, after)
      return after
    })
  } catch (error) {
    await received?.discard()
    throw error
  }
}

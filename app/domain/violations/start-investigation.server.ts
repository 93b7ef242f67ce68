import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { requireMember } from '../vendors/people.server.ts'
import type { InvestigateInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'

/** Names the one who investigates; a dismissal that was proposed is off the table. */
export async function startInvestigation(ctx: Context, caseId: string, { investigatorId, revision }: InvestigateInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    await requireMember(ctx, { userId: investigatorId, field: 'investigatorId' })
    const before = { ...(await getCase(ctx, caseId)), revision }
    return moveCase(ctx, before, {
      action: 'investigate',
      facts: {},
      set: { investigatorId, investigatingAt: ctx.now, dismissProposedBy: null, dismissReason: null },
      data: { investigatorId },
    })
  })
}

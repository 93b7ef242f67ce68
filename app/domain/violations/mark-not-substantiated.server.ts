import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { decidingMember } from './deciding-member.ts'
import type { ConclusionInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { countEvidence, getCase } from './queries.server.ts'

/** The investigation finds that the suspicion does not hold, with the evidence that says so. */
export async function markNotSubstantiated(ctx: Context, caseId: string, { conclusion, revision }: ConclusionInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    return moveCase(ctx, before, {
      action: 'clear',
      facts: { conclusion, evidenceCount: await countEvidence(ctx, before.id) },
      set: { decisionReason: conclusion, decidedBy: decidingMember(ctx.actor) },
      data: { conclusion },
    })
  })
}

import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { agreementBlockers } from './agreement.ts'
import { countProblems } from './completeness.ts'
import { draftOf } from './draft-of.server.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { getAgreement, type Agreement } from './queries.server.ts'

/** Gives the draft to compliance, when every generation rule is met. */
export async function submitAgreement(ctx: Context, agreementId: string): Promise<Agreement> {
  requirePermission(ctx, 'agreement.draft')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId)
    const { draft, completeness } = await draftOf(ctx, agreement)
    const problems = countProblems(draft, completeness)
    const [blocker] = agreementBlockers('submit', agreement, { generationProblems: problems })
    if (blocker) throw new Problem('conflict', `status.blocked.agreement.${blocker}`, { count: problems })
    return moveAgreement(ctx, agreement, { action: 'submit' })
  })
}

import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { agreementBlockers } from './agreement.ts'
import { agreementDigest } from './agreement-digest.server.ts'
import { canonicalText } from './canonical-text.ts'
import { countProblems } from './completeness.ts'
import { draftOf, listOpenPreContract } from './draft-of.server.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { getAgreement, type Agreement } from './queries.server.ts'

/** Freezes the text with its digest and opens it for signature; nothing pre-contract may be open by now (agreement.yaml generation_rules). */
export async function sendAgreement(ctx: Context, agreementId: string): Promise<Agreement> {
  requirePermission(ctx, 'agreement.send')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId)
    const open = await listOpenPreContract(ctx, agreement.vendorId)
    const [blocker] = agreementBlockers('send', agreement, { digestFrozen: true, openPreContractFindings: open.length })
    if (blocker) throw new Problem('conflict', `status.blocked.agreement.${blocker}`, { count: open.length })
    const { draft, completeness, today } = await draftOf(ctx, agreement)
    const problems = countProblems(draft, completeness)
    if (problems > 0) throw new Problem('conflict', 'status.blocked.agreement.generation_blocked', { count: problems })
    return moveAgreement(ctx, agreement, {
      action: 'send',
      set: {
        parameters: { ...draft.parameters, sign_date: today },
        frozenText: canonicalText(draft),
        frozenDraft: draft,
        digest: agreementDigest(draft),
        sentAt: ctx.now,
        sentBy: ctx.actor.kind === 'member' ? ctx.actor.userId : null,
      },
    })
  })
}

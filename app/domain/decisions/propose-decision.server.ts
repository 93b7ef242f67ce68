import { eq, sql, and, isNull } from 'drizzle-orm'
import { decisions } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getReviewable, touchReview } from '../reviews/review-change.server.ts'
import { explanationOf, scoreOf } from '../reviews/score-of.server.ts'
import { failedGates } from '../scoring/gates.ts'
import { record } from '../trail/record.server.ts'
import { gatesOf } from './gates-of.server.ts'

export type Decision = typeof decisions.$inferSelect

/** Writes down what the model decides now, with every reason, for a second person to confirm; refused while a gate fails (scoring.md §9). */
export async function proposeDecision(ctx: Context, assessmentId: string, { reason }: { reason?: string } = {}): Promise<Decision> {
  requirePermission(ctx, 'assessment.decide')
  return inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const scored = await scoreOf(ctx, assessment)
    const gates = await gatesOf(ctx, assessment, scored)
    const failed = failedGates(gates)
    if (failed.length > 0) throw new Problem('conflict', 'review.gates_fail', { gates: failed.join(', ') })
    const { score } = scored
    const values = {
      score: {
        explanation: explanationOf(scored),
        hardKnockouts: score.knockouts.filter(({ knockout }) => knockout.kind === 'hard').map(({ knockout }) => knockout.code),
        questionnaireVersion: scored.questionnaireVersion,
        modelVersion: assessment.modelVersion,
      },
      gates: { gates },
      residualH: score.residual,
      outcome: score.decision,
      reason: reason ?? null,
      proposedBy: ctx.actor.kind === 'member' ? ctx.actor.userId : ctx.actor.orgId,
      proposedAt: ctx.now,
    }
    const [decision] = await ctx.db
      .insert(decisions)
      .values({ orgId: ctx.actor.orgId, id: newId(), assessmentId: assessment.id, vendorId: assessment.vendorId, ...values })
      .onConflictDoUpdate({
        target: [decisions.orgId, decisions.assessmentId],
        set: { ...values, revision: sql`${decisions.revision} + 1` },
        setWhere: and(eq(decisions.orgId, ctx.actor.orgId), isNull(decisions.confirmedAt)),
      })
      .returning()
    if (!decision) throw new Problem('conflict', 'review.confirmed_already')
    await touchReview(ctx, assessment)
    await record(ctx, {
      action: 'decision.propose', subjectType: 'decision', subjectId: decision.id, vendorId: assessment.vendorId,
      data: { assessmentId: assessment.id, outcome: decision.outcome, residualH: decision.residualH },
    })
    return decision
  })
}

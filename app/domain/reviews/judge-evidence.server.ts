import { and, eq, isNull } from 'drizzle-orm'
import { answerEvidence, type EvidenceVerdict } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { record } from '../trail/record.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

type Judgement = { questionId: string; evidenceId: string; verdict: EvidenceVerdict; reason?: string }

/** Accepts a document as proof, as an independent certificate, or refuses it with a reason (scoring.md §5). */
export async function judgeEvidence(ctx: Context, assessmentId: string, { questionId, evidenceId, verdict, reason }: Judgement): Promise<void> {
  requirePermission(ctx, 'assessment.review')
  if (verdict === 'rejected' && !reason) throw new Problem('invalid', 'form.check', {}, [{ field: 'reason', key: 'form.required' }])
  await inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const [after] = await ctx.db
      .update(answerEvidence)
      .set({ verdict, verdictReason: reason ?? null, verdictBy: ctx.actor.kind === 'member' ? ctx.actor.userId : null, verdictAt: ctx.now })
      .where(
        and(
          eq(answerEvidence.orgId, ctx.actor.orgId),
          eq(answerEvidence.assessmentId, assessment.id),
          eq(answerEvidence.questionId, questionId),
          eq(answerEvidence.evidenceId, asId(evidenceId)),
          isNull(answerEvidence.withdrawnAt),
        ),
      )
      .returning()
    if (!after) throw new Problem('not-found', 'errors.not_found')
    await touchReview(ctx, assessment)
    await record(ctx, {
      action: 'assessment.judge_evidence', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId,
      data: { questionId, evidenceId, verdict, reason },
    })
  })
}

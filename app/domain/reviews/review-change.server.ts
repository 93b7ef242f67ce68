import { and, eq, inArray, sql } from 'drizzle-orm'
import { assessments } from '#db/schema/index.ts'
import { WITH_COMPANY } from '../assessments/assessment.ts'
import { getAssessment, type Assessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'

/** The assessment while it is the company's turn. Throws conflict before the vendor has submitted and after the decision. */
export async function getReviewable(ctx: Context, assessmentId: string): Promise<Assessment> {
  const assessment = await getAssessment(ctx, assessmentId)
  if (!(WITH_COMPANY as readonly string[]).includes(assessment.status)) throw new Problem('conflict', 'review.not_under_review')
  return assessment
}

/** Any act of review starts the review: from then on the vendor cannot take its answers back. */
export async function touchReview(ctx: Context, assessment: Assessment, set: Partial<typeof assessments.$inferInsert> = {}): Promise<Assessment> {
  const reviewerId = assessment.reviewerId ?? (ctx.actor.kind === 'member' ? ctx.actor.userId : null)
  const [after] = await ctx.db
    .update(assessments)
    .set({ status: 'in_review', reviewerId, updatedAt: ctx.now, revision: sql`${assessments.revision} + 1`, ...set })
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, assessment.id), inArray(assessments.status, [...WITH_COMPANY])))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  return after
}

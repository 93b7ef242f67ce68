import { and, eq, sql } from 'drizzle-orm'
import { assessments } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { loadAnswering } from '../portal/answering.server.ts'
import type { OwnAssessment } from '../portal/queries.server.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { vendorCan } from '../vendors/vendor.ts'
import { assessmentCan } from './assessment.ts'

/**
 * Hands the answers in, attested by name and role (R7.1.2). Throws invalid while a required answer is missing or what the
 * reviewer asked has no reply (scoring.md §4), conflict when the request is not the vendor's turn.
 */
export async function submitAssessment(
  ctx: Context,
  { assessmentId, name, role }: { assessmentId: string; name: string; role: string },
): Promise<OwnAssessment> {
  requirePermission(ctx, 'portal.submit')
  return inTransaction(ctx, async (ctx) => {
    const { assessment: before, progress, asked } = await loadAnswering(ctx, assessmentId, { lock: true })
    if (!assessmentCan('submit', before)) throw new Problem('conflict', 'portal.not_open')
    if (progress.gaps.length > 0) throw new Problem('invalid', 'portal.gaps', { count: progress.gaps.length })
    const unanswered = asked.filter((each) => each.repliedAt === null).length
    if (unanswered > 0) throw new Problem('invalid', 'portal.replies_missing', { count: unanswered })
    const [after] = await ctx.db
      .update(assessments)
      .set({
        status: 'submitted',
        submittedAt: ctx.now,
        attestation: { name, role, at: ctx.now.toISOString() },
        answeredCount: progress.answered,
        requiredCount: progress.questions,
        updatedAt: ctx.now,
        revision: sql`${assessments.revision} + 1`,
      })
      .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, before.id), eq(assessments.status, before.status)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, {
      action: 'assessment.submit', subjectType: 'assessment', subjectId: after.id, vendorId: after.vendorId,
      data: { ref: after.ref, dueOn: after.dueOn, questions: progress.questions, withoutEvidence: progress.withoutEvidence.length },
    })
    // A vendor that is already supplied stays active while it is assessed again.
    if (vendorCan('submit_answers', await getVendor(ctx, after.vendorId))) await moveVendor(ctx, { vendorId: after.vendorId, action: 'submit_answers' })
    return after
  })
}

import { and, eq, sql } from 'drizzle-orm'
import { answers } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'

/** The reviewer's part of an answer; an answer that the vendor never gave is not found. */
export async function changeReviewedAnswer(
  ctx: Context,
  { assessmentId, questionId }: { assessmentId: string; questionId: string },
  set: Partial<Pick<typeof answers.$inferInsert, 'naStatus' | 'corrected' | 'reviewedAt' | 'reviewedBy'>>,
): Promise<typeof answers.$inferSelect> {
  const [after] = await ctx.db
    .update(answers)
    .set({ ...set, revision: sql`${answers.revision} + 1` })
    .where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessmentId), eq(answers.questionId, questionId)))
    .returning()
  if (!after) throw new Problem('not-found', 'errors.not_found')
  return after
}

export const reviewedNow = (ctx: Context) => ({ reviewedAt: ctx.now, reviewedBy: ctx.actor.kind === 'member' ? ctx.actor.userId : null })

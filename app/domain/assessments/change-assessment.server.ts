import { and, eq, inArray, sql } from 'drizzle-orm'
import { assessments } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { AssessmentStatus } from './assessment.ts'
import type { Assessment } from './queries.server.ts'

/** Changes a request as it was read: throws conflict when its status or revision is another by now. */
export async function changeAssessment(
  ctx: Context,
  before: Pick<Assessment, 'id' | 'status' | 'revision'>,
  set: Partial<Pick<Assessment, 'status' | 'dueOn' | 'withdrawnAt' | 'withdrawalReason' | 'contactId'>>,
  from: readonly AssessmentStatus[] = [before.status],
): Promise<Assessment> {
  const [after] = await ctx.db
    .update(assessments)
    .set({ ...set, updatedAt: ctx.now, revision: sql`${assessments.revision} + 1` })
    .where(
      and(
        eq(assessments.orgId, ctx.actor.orgId),
        eq(assessments.id, before.id),
        eq(assessments.revision, before.revision),
        inArray(assessments.status, [...from]),
      ),
    )
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  return after
}

import { and, eq, isNull, sql } from 'drizzle-orm'
import { links } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { getToday } from '../vendors/today.server.ts'
import { isWithVendor } from './assessment.ts'
import { changeAssessment } from './change-assessment.server.ts'
import { linkDays, requireDueDate } from './due-date.ts'
import { getAssessment, type Assessment } from './queries.server.ts'

const DAY_MS = 86_400_000

/** Moves the due date, with a reason; links that were sent open the door as much longer. Throws conflict when it is not the vendor's turn. */
export async function extendAssessment(
  ctx: Context,
  { assessmentId, dueOn, reason, revision }: { assessmentId: string; dueOn: string; reason: string; revision: number },
): Promise<Assessment> {
  requirePermission(ctx, 'assessment.extend')
  return inTransaction(ctx, async (ctx) => {
    const before = await getAssessment(ctx, assessmentId)
    if (!isWithVendor(before)) throw new Problem('conflict', 'assessments.not_with_vendor')
    const today = await getToday(ctx)
    requireDueDate(dueOn, today)
    const after = await changeAssessment(ctx, { ...before, revision }, { dueOn })
    const until = new Date(ctx.now.getTime() + linkDays(today, dueOn) * DAY_MS)
    await ctx.db
      .update(links)
      .set({ expiresAt: sql`greatest(${links.expiresAt}, ${until.toISOString()}::timestamptz)` })
      .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.subjectId, after.id), isNull(links.revokedAt)))
    const data = { reason, from: before.dueOn, to: dueOn, contactId: after.contactId ?? undefined }
    await record(ctx, { action: 'assessment.extend', subjectType: 'assessment', subjectId: after.id, vendorId: after.vendorId, before, after, data })
    return after
  })
}

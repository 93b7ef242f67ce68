import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { isWithVendor } from './assessment.ts'
import { getAssessment, type Assessment } from './queries.server.ts'

/** Asks the vendor once more, between the notifier's own reminders; the mail brings a fresh link. Throws conflict when it is not the vendor's turn. */
export async function remindAssessment(ctx: Context, assessmentId: string): Promise<Assessment> {
  requirePermission(ctx, 'assessment.remind')
  return inTransaction(ctx, async (ctx) => {
    const assessment = await getAssessment(ctx, assessmentId)
    if (!isWithVendor(assessment)) throw new Problem('conflict', 'assessments.not_with_vendor')
    const { id, vendorId, ref, dueOn, contactId, answeredCount, requiredCount } = assessment
    const data = { ref, dueOn, contactId: contactId ?? undefined, answered: answeredCount, questions: requiredCount }
    await record(ctx, { action: 'assessment.remind', subjectType: 'assessment', subjectId: id, vendorId, data })
    return assessment
  })
}

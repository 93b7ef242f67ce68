import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { ReportViolationInput } from './input.ts'
import { insertCase } from './insert-case.server.ts'
import type { Case } from './move-case.server.ts'

/** Anybody of the organisation reports a suspicion; critical ones cut the supply at once (rulings 20). */
export async function reportViolation(ctx: Context, input: ReportViolationInput): Promise<Case> {
  requirePermission(ctx, 'violation.report')

  return inTransaction(ctx, async (ctx) => {
    const opened = await insertCase(ctx, input)
    const { id, ref, vendorId, violationId, severity, source } = opened
    await record(ctx, {
      action: 'case.report', subjectType: 'case', subjectId: id, vendorId, after: opened,
      data: { caseRef: ref, violationId, class: opened.class, severity, source },
    })
    return opened
  })
}

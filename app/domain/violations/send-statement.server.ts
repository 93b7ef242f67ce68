import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { caseDeadline } from './deadlines.ts'
import type { StatementInput } from './input.ts'
import { loadClock } from './load-clock.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'

/** Puts the facts before the vendor, on its portal page; it may answer within 3 business days, 24 hours when critical. */
export async function sendStatement(ctx: Context, caseId: string, { statement, revision }: StatementInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const answerDueAt = caseDeadline({ state: 'vendor_response', severity: before.severity }, ctx.now, await loadClock(ctx))?.dueAt
    return moveCase(ctx, before, {
      action: 'hear_vendor',
      facts: { statement },
      set: { statement, statementSentAt: ctx.now, vendorStatement: null, vendorRepliedAt: null },
      data: { answerDueAt: answerDueAt?.toISOString() },
    })
  })
}

import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'

/** The compliance head closes a case whose remediation was verified. */
export async function closeRemediated(ctx: Context, caseId: string): Promise<Case> {
  requirePermission(ctx, 'violation.close')

  return inTransaction(ctx, async (ctx) => {
    return moveCase(ctx, await getCase(ctx, caseId), { action: 'close_remediated', facts: {}, set: { closedAt: ctx.now } })
  })
}

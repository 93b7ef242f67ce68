import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import type { VendorReplyInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'

/** What the vendor said by another way than the portal: by letter, by mail, in a meeting. */
export async function recordVendorResponse(ctx: Context, caseId: string, { reply }: VendorReplyInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    return moveCase(ctx, await getCase(ctx, caseId), {
      action: 'resume_investigation',
      facts: { vendorAnswered: true, answerDueAt: ctx.now, now: ctx.now },
      set: { vendorStatement: reply, vendorRepliedAt: ctx.now },
      data: { vendorAnswered: true },
    })
  })
}

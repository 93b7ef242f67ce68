import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import type { Contact } from '../identity/actor.ts'
import type { VendorReplyInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getHeardCase } from './portal-queries.server.ts'

/** The vendor answers the statement of facts on its portal page. Throws not-found for another vendor's case and for one it was not told of. */
export async function replyToStatement(ctx: Context<Contact>, caseId: string, { reply }: VendorReplyInput): Promise<Case> {
  requirePermission(ctx, 'portal.reply')

  return inTransaction(ctx, async (ctx) => {
    return moveCase(ctx, await getHeardCase(ctx, caseId), {
      action: 'resume_investigation',
      facts: { vendorAnswered: true, answerDueAt: ctx.now, now: ctx.now },
      set: { vendorStatement: reply, vendorRepliedAt: ctx.now },
      data: { vendorAnswered: true },
    })
  })
}

import { and, eq } from 'drizzle-orm'
import { auditResults } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { VendorCommentInput } from './input.ts'
import { changeAudit } from './move-audit.server.ts'
import { outcomeFails } from './outcomes.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit, listResults } from './queries.server.ts'

type Plans = VendorCommentInput & { /** By check; only failures take a plan, an empty one changes nothing. */ plans: Record<string, string> }

/** What the vendor answers to the draft report: its comment, and for each failure how and by when it will be put right. */
export async function recordVendorPlans(ctx: Context, auditId: string, { comment, plans, revision }: Plans): Promise<Audit> {
  requirePermission(ctx, 'audit.conduct')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getAudit(ctx, auditId)), revision }
    if (before.state !== 'vendor_response') throw new Problem('conflict', 'status.blocked.audit.wrong_state')
    const failed = (await listResults(ctx, before.id)).filter(({ outcome }) => outcomeFails(outcome))
    const given = failed.flatMap(({ checkId }) => (plans[checkId]?.trim() ? [{ checkId, plan: plans[checkId].trim() }] : []))
    for (const { checkId, plan } of given)
      await ctx.db
        .update(auditResults)
        .set({ plan, updatedAt: ctx.now })
        .where(and(eq(auditResults.orgId, ctx.actor.orgId), eq(auditResults.auditId, before.id), eq(auditResults.checkId, checkId)))
    return changeAudit(ctx, before, {
      action: 'record_plans',
      set: { vendorComment: comment ?? before.vendorComment, vendorAnsweredAt: ctx.now },
      data: { checks: given.map(({ checkId }) => checkId) },
    })
  })
}

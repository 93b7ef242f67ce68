import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { findGaps } from './find-gaps.server.ts'
import type { DraftReportInput } from './input.ts'
import { moveAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

/** The lead auditor sums up, once every check that applies has its outcome, every failure its evidence and every gap its reason. */
export async function draftReport(ctx: Context, auditId: string, { summary, revision }: DraftReportInput): Promise<Audit> {
  requirePermission(ctx, 'audit.conduct')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getAudit(ctx, auditId)), revision }
    const gaps = await findGaps(ctx, before)
    return moveAudit(ctx, before, {
      action: 'draft_report',
      facts: {
        actorId: decidingMember(ctx.actor),
        leadAuditorId: before.leadAuditorId ?? '',
        checksWithoutOutcome: gaps.withoutOutcome.length + gaps.withoutReason.length,
        failsWithoutEvidence: gaps.withoutEvidence.length,
      },
      set: { summary },
    })
  })
}

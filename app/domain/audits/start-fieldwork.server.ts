import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { moveAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

/** The lead auditor begins. */
export async function startFieldwork(ctx: Context, auditId: string): Promise<Audit> {
  requirePermission(ctx, 'audit.conduct')

  return inTransaction(ctx, async (ctx) => {
    const before = await getAudit(ctx, auditId)
    const facts = { actorId: decidingMember(ctx.actor), leadAuditorId: before.leadAuditorId ?? '' }
    return moveAudit(ctx, before, { action: 'start_fieldwork', facts })
  })
}

import { auditResults } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { type GivenFile, keepGiven, receiveGiven } from '../violations/given-file.server.ts'
import { listApplicableChecks } from './applicable-checks.server.ts'
import type { RecordResultInput } from './input.ts'
import { changeAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

type Result = RecordResultInput & { checkId: string; file?: GivenFile }

/** What the lead auditor found at one check of the audit; said again, the later word stands. Throws not-found for a check that does not apply. */
export async function recordResult(ctx: Context, auditId: string, { checkId, file, ...result }: Result): Promise<Audit> {
  requirePermission(ctx, 'audit.conduct')

  const received = await receiveGiven(ctx.actor.orgId, file)
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await getAudit(ctx, auditId)
      const updatedBy = decidingMember(ctx.actor)
      if (before.state !== 'fieldwork') throw new Problem('conflict', 'status.blocked.audit.wrong_state')
      if (before.leadAuditorId !== updatedBy) throw new Problem('conflict', 'status.blocked.audit.not_the_lead')
      const checks = await listApplicableChecks(ctx, before)
      if (!checks.some(({ id }) => id === checkId)) throw new Problem('not-found', 'errors.not_found')
      const kept = await keepGiven(ctx, file, received)
      const { outcome, note = null, evidence = null, causedByCompany } = result
      const row = { outcome, note, evidence, causedByCompany: causedByCompany && outcome === 'not_tested', updatedAt: ctx.now, updatedBy }
      const given = kept ? { ...row, fileId: kept.id } : row
      await ctx.db
        .insert(auditResults)
        .values({ orgId: ctx.actor.orgId, auditId: before.id, checkId, ...given })
        .onConflictDoUpdate({ target: [auditResults.orgId, auditResults.auditId, auditResults.checkId], set: given })
      return changeAudit(ctx, before, { action: 'record_result', set: {}, data: { checkId, outcome, sha256: kept?.sha256 } })
    })
  } catch (error) {
    await received?.discard()
    throw error
  }
}

import { and, eq, sql } from 'drizzle-orm'
import { auditCycles } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { type AuditAction, auditBlockers, type AuditFacts, auditTransition } from './audit.ts'
import type { Audit } from './plan-audit.server.ts'

type Columns = Partial<Omit<Audit, 'orgId' | 'id' | 'ref' | 'vendorId' | 'agreementId' | 'state' | 'revision' | 'updatedAt'>>

type Move<A extends AuditAction> = { action: A; facts: AuditFacts[A]; set?: Columns; data?: Record<string, unknown> }

/**
 * Takes the audit one step through its machine and records `audit.<action>`. The caller has asked for the permission.
 * Throws conflict when state or facts forbid the step, or somebody changed the audit meanwhile.
 */
export async function moveAudit<A extends AuditAction>(ctx: Context, before: Audit, { action, facts, set, data }: Move<A>): Promise<Audit> {
  const [blocker] = auditBlockers(action, before, facts)
  const step = auditTransition(action, before.state)
  if (blocker || !step) throw new Problem('conflict', `status.blocked.audit.${blocker ?? 'wrong_state'}`)
  return write(ctx, before, { action, set: { ...set, state: step.to }, data })
}

/** Changes columns of an audit that stays where it is, and records `audit.<action>`. Throws conflict when somebody changed it meanwhile. */
export async function changeAudit(ctx: Context, before: Audit, change: { action: string; set: Columns; data?: Record<string, unknown> }): Promise<Audit> {
  return write(ctx, before, change)
}

async function write(ctx: Context, before: Audit, { action, set, data }: { action: string; set: Partial<Audit>; data?: Record<string, unknown> }): Promise<Audit> {
  const [after] = await ctx.db
    .update(auditCycles)
    .set({ ...set, updatedAt: ctx.now, revision: sql`${auditCycles.revision} + 1` })
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.id, before.id), eq(auditCycles.state, before.state), eq(auditCycles.revision, before.revision)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, {
    action: `audit.${action}`, subjectType: 'audit', subjectId: after.id, vendorId: after.vendorId, before, after, data: { ref: after.ref, ...data },
  })
  return after
}

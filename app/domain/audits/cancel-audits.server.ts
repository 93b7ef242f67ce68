import { and, eq, inArray, sql } from 'drizzle-orm'
import { auditCycles } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { OPEN_AUDIT_STATES } from './audit.ts'

/** The vendor has ended: its open audits give way to the exit's verification (W-13, rulings 24), as part of the caller's write. */
export async function cancelAudits(ctx: Context, vendorId: string) {
  const cancelled = await ctx.db
    .update(auditCycles)
    .set({ state: 'cancelled_terminated', updatedAt: ctx.now, revision: sql`${auditCycles.revision} + 1` })
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.vendorId, vendorId), inArray(auditCycles.state, [...OPEN_AUDIT_STATES])))
    .returning()
  for (const { id, ref, state } of cancelled)
    await record(ctx, { action: 'audit.cancel', subjectType: 'audit', subjectId: id, vendorId, after: { state }, data: { ref } })
}

import { and, eq, sql } from 'drizzle-orm'
import { findings } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { findingTransition, type FindingAction } from './finding.ts'
import type { Finding } from './queries.server.ts'

type Move = { action: FindingAction; revision: number; set: Partial<Pick<Finding, 'plan' | 'proof' | 'fixedAt' | 'verifiedAt' | 'verifiedBy'>>; data?: Record<string, string | undefined> }

/** Takes a finding along its way as part of the caller's write. Throws conflict when its status or revision is another by now. */
export async function moveFinding(ctx: Context, before: Finding, { action, revision, set, data }: Move): Promise<Finding> {
  const step = findingTransition(action, before)
  if (!step) throw new Problem('conflict', before.source === 'case' && action !== 'save_plan' ? 'findings.case_decides' : 'findings.wrong_status')
  const [after] = await ctx.db
    .update(findings)
    .set({ ...set, status: step.to, updatedAt: ctx.now, revision: sql`${findings.revision} + 1` })
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.id, before.id), eq(findings.status, before.status), eq(findings.revision, revision)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, {
    action: `finding.${action}`, subjectType: 'finding', subjectId: after.id, vendorId: after.vendorId,
    before: { status: before.status }, after: { status: after.status }, data: { ref: after.ref, severity: after.severity, ...data },
  })
  return after
}

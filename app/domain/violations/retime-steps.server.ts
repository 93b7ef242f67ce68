import { and, eq } from 'drizzle-orm'
import { caseSteps } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { exitParameters } from './exit-parameters.server.ts'
import { loadClock } from './load-clock.server.ts'
import type { Case } from './move-case.server.ts'
import { listSteps, type CaseStep } from './queries.server.ts'
import { terminationSteps, type TerminationStep } from './termination.ts'

/** W-01 … W-17 as they stand due now: with the notice, the deletion and the certificate, as far as they are there (rulings 24). */
export async function timedSteps(ctx: Context, violationCase: Case, rows: readonly CaseStep[]): Promise<TerminationStep[]> {
  const vendor = await getVendor(ctx, violationCase.vendorId)
  const [clock, parameters] = await Promise.all([loadClock(ctx), exitParameters(ctx, violationCase, vendor.tier ?? 'T1')])
  const doneAt = (stepId: string) => rows.find((row) => row.stepId === stepId)?.doneAt ?? undefined
  return terminationSteps({
    ...clock,
    parameters,
    mustTerminateAt: violationCase.mustTerminateAt ?? ctx.now,
    noticeAt: violationCase.noticeIssuedAt ?? undefined,
    effectiveAt: violationCase.terminationEffectiveAt ?? undefined,
    deletedAt: doneAt('W-11'),
    certifiedAt: doneAt('W-12'),
  })
}

/** Writes the times that changed to the steps that are still open, as part of the caller's write. */
export async function retimeSteps(ctx: Context, violationCase: Case) {
  const rows = await listSteps(ctx, violationCase.id)
  for (const { id, dueAt } of await timedSteps(ctx, violationCase, rows)) {
    const row = rows.find((each) => each.stepId === id)
    if (!row || row.doneAt || row.waivedAt || row.dueAt?.getTime() === dueAt?.getTime()) continue
    await ctx.db
      .update(caseSteps)
      .set({ dueAt: dueAt ?? null, updatedAt: ctx.now })
      .where(and(eq(caseSteps.orgId, ctx.actor.orgId), eq(caseSteps.caseId, violationCase.id), eq(caseSteps.stepId, id)))
  }
}

import { and, eq, isNull } from 'drizzle-orm'
import { caseSteps } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Case } from './move-case.server.ts'
import { type CaseStep, listSteps } from './queries.server.ts'
import type { StepRecord, TerminationStepId } from './termination.ts'

type Settlement = Partial<Pick<CaseStep, 'doneAt' | 'doneBy' | 'proof' | 'fileId' | 'waivedAt' | 'waivedBy' | 'waiverReason'>>

/** Marks one open step of a case as done or waived, as part of the caller's write. Throws conflict when somebody settled it meanwhile. */
export async function settleStep(ctx: Context, { id: caseId }: Pick<Case, 'id'>, stepId: TerminationStepId, settlement: Settlement) {
  const [row] = await ctx.db
    .update(caseSteps)
    .set({ ...settlement, updatedAt: ctx.now })
    .where(
      and(
        eq(caseSteps.orgId, ctx.actor.orgId),
        eq(caseSteps.caseId, caseId),
        eq(caseSteps.stepId, stepId),
        isNull(caseSteps.doneAt),
        isNull(caseSteps.waivedAt),
      ),
    )
    .returning()
  if (!row) throw new Problem('conflict', 'errors.changed_meanwhile')
}

/** The steps of a case as the rules read them; throws not-found for a step that the case does not have. */
export async function getStepRecords(ctx: Context, caseId: string, stepId: string): Promise<{ stepId: TerminationStepId; records: StepRecord[] }> {
  const rows = await listSteps(ctx, caseId)
  const wanted = rows.find((row) => row.stepId === stepId)
  if (!wanted) throw new Problem('not-found', 'errors.not_found')
  return { stepId: wanted.stepId, records: asRecords(rows) }
}

export function asRecords(rows: readonly (CaseStep & { stepId: TerminationStepId })[]): StepRecord[] {
  return rows.map(({ stepId, doneAt, waiverReason }) => ({ id: stepId, doneAt: doneAt ?? undefined, waiverReason: waiverReason ?? undefined }))
}

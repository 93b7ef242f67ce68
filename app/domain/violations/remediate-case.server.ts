import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import type { RemediateInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { insertCaseFinding, requireCurePeriod } from './remediation-finding.server.ts'

/** A confirmed duty default (class D) is to be put right by a date within the agreement's cure period. */
export async function remediateCase(ctx: Context, caseId: string, { conditions, dueOn, revision }: RemediateInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const after = await moveCase(ctx, before, { action: 'remediate', facts: { dueOn }, set: { conditions, remediationDueOn: dueOn }, data: { dueOn } })
    await requireCurePeriod(ctx, after, dueOn)
    await insertCaseFinding(ctx, after, dueOn)
    return after
  })
}

import { redirect } from '@remix-run/node'
import { requirePermission, type Context } from '#app/domain/context.server.ts'
import type { Permission } from '#app/domain/identity/actor.ts'
import { caseCan, type CaseAction } from '#app/domain/violations/case.ts'
import type { Case } from '#app/domain/violations/move-case.server.ts'
import { getCase } from '#app/domain/violations/queries.server.ts'
import { paths } from './paths.ts'

/** The case for a page with one act's form; where its state no longer takes the act, back to the case, which says what it takes. */
export async function openCaseForm(ctx: Context, caseId: string | undefined, act: { permission: Permission; action?: CaseAction }): Promise<Case> {
  requirePermission(ctx, act.permission)
  const violationCase = await getCase(ctx, caseId ?? '')
  if (act.action && !caseCan(act.action, violationCase)) throw redirect(paths.violation(violationCase.id))
  return violationCase
}

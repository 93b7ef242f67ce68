import { and, eq, sql } from 'drizzle-orm'
import { cases } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { type CaseAction, caseTransition, type ViolationCase } from './case.ts'
import { caseBlockers, type CaseFacts } from './case-guards.ts'

export type Case = typeof cases.$inferSelect
type Columns = Partial<Omit<Case, 'orgId' | 'id' | 'ref' | 'vendorId' | 'state' | 'revision' | 'updatedAt'>>

type Move<A extends CaseAction> = {
  action: A
  facts: CaseFacts[A]
  /** Columns that change together with the state. */
  set?: Columns
  /** Goes into the trail entry, for its readers. */
  data?: Record<string, unknown>
  /** The same violation was confirmed before within 12 months. */
  repeated?: boolean
}

/**
 * Takes the case one step through its machine and records `case.<action>`. The caller has asked for the permission.
 * Throws conflict when state, class or facts forbid the step, or somebody changed the case meanwhile.
 */
export async function moveCase<A extends CaseAction>(ctx: Context, before: Case, { action, facts, set, data, repeated }: Move<A>): Promise<Case> {
  const rule: ViolationCase = { ...before, repeated }
  const [blocker] = caseBlockers(action, rule, facts)
  const step = caseTransition(action, before.state)
  if (blocker || !step) throw new Problem('conflict', `status.blocked.case.${blocker ?? 'wrong_state'}`)
  return write(ctx, before, { action, set: { ...set, state: step.to }, data })
}

/** Changes columns of a case that stays where it is, and records `case.<action>`. Throws conflict when somebody changed it meanwhile. */
export async function changeCase(ctx: Context, before: Case, change: { action: string; set: Columns; data?: Record<string, unknown> }): Promise<Case> {
  return write(ctx, before, change)
}

async function write(ctx: Context, before: Case, { action, set, data }: { action: string; set: Partial<Case>; data?: Record<string, unknown> }): Promise<Case> {
  const [after] = await ctx.db
    .update(cases)
    .set({ ...set, updatedAt: ctx.now, revision: sql`${cases.revision} + 1` })
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.id, before.id), eq(cases.state, before.state), eq(cases.revision, before.revision)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, {
    action: `case.${action}`, subjectType: 'case', subjectId: after.id, vendorId: after.vendorId, before, after,
    data: { caseRef: after.ref, ...data },
  })
  return after
}

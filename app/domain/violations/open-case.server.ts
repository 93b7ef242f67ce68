import { and, desc, eq, notInArray } from 'drizzle-orm'
import { cases } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { caseIsFrozen, caseSeverity, CLOSED_CASE_STATES, openingClass } from './case.ts'
import { followSuspicion, insertCase, type Suspicion } from './insert-case.server.ts'
import { changeCase, type Case } from './move-case.server.ts'

/**
 * Opens a suspected case for the product itself: refused audits (V-07), log demands (V-10), overdue exits (V-13) and
 * remediations (V-16), late deliveries (V-17), critical audit outcomes. While a case of the same violation is open, the new
 * signal joins it and no second one is opened.
 */
export async function openCase(ctx: Context, suspicion: Suspicion): Promise<{ violationCase: Case; isNew: boolean }> {
  const open = await findOpen(ctx, suspicion)
  const { source, alert, detectedBy, facts } = suspicion
  if (open) return { violationCase: await joinCase(ctx, open, suspicion), isNew: false }
  const opened = await insertCase(ctx, suspicion)
  const { id, ref, vendorId, violationId, severity } = opened
  await record(ctx, {
    action: 'case.open', subjectType: 'case', subjectId: id, vendorId, after: opened,
    data: { caseRef: ref, violationId, class: opened.class, severity, source, alert, detectedBy, facts },
  })
  return { violationCase: opened, isNew: true }
}

/** A further signal may make an open case graver until it is confirmed, never lighter (rulings 17 and 21). */
async function joinCase(ctx: Context, open: Case, suspicion: Suspicion): Promise<Case> {
  const { source, alert, detectedBy, facts, signals = [] } = suspicion
  const frozen = caseIsFrozen(open.state)
  const asked = openingClass({ violationId: open.violationId, templateClass: open.class, alert, openedOn: '', earlierOpenedOn: [], changesPlaceOrSubprocessors: suspicion.changesPlaceOrSubprocessors })
  const set = frozen ? {} : { class: asked, severity: caseSeverity(open.severity, signals) }
  const after = await changeCase(ctx, open, { action: 'signal', set, data: { violationId: open.violationId, source, alert, detectedBy, facts } })
  if (after.severity !== open.severity) await followSuspicion(ctx, after, await getVendor(ctx, after.vendorId))
  return after
}

async function findOpen(ctx: Context, { vendorId, violationId }: Suspicion): Promise<Case | undefined> {
  const [open] = await ctx.db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        eq(cases.vendorId, vendorId),
        eq(cases.violationId, violationId),
        notInArray(cases.state, [...CLOSED_CASE_STATES]),
      ),
    )
    .orderBy(desc(cases.createdAt))
    .limit(1)
  return open
}

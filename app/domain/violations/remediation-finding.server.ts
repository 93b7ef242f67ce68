import { and, eq, notInArray, sql } from 'drizzle-orm'
import { newId } from '#app/platform/ids.server.ts'
import { findings } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { rollForward } from '../organisations/business-calendar.ts'
import { addDays, localDate } from '../organisations/calendar-dates.ts'
import { record } from '../trail/record.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { exitParameters } from './exit-parameters.server.ts'
import { loadClock } from './load-clock.server.ts'
import type { Case } from './move-case.server.ts'
import { getViolation } from './violation-catalogue.server.ts'

/** The last day a cure may be due: the agreement's cure_days from today, rolled forward to a business day (DPA-31). */
export async function latestCure(ctx: Context, violationCase: Case): Promise<string> {
  const vendor = await getVendor(ctx, violationCase.vendorId)
  const [clock, { cureDays }] = await Promise.all([loadClock(ctx), exitParameters(ctx, violationCase, vendor.tier ?? 'T1')])
  return rollForward(addDays(localDate(ctx.now, clock.zone), cureDays), clock.calendar)
}

/** Throws Problem invalid at the date when it is past or beyond the cure period. */
export async function requireCurePeriod(ctx: Context, violationCase: Case, dueOn: string) {
  const { zone } = await loadClock(ctx)
  if (dueOn <= localDate(ctx.now, zone)) throw new Problem('invalid', 'form.check', {}, [{ field: 'dueOn', key: 'cases.problem.not_in_future' }])
  const latest = await latestCure(ctx, violationCase)
  if (dueOn > latest) throw new Problem('invalid', 'form.check', {}, [{ field: 'dueOn', key: 'cases.problem.cure_too_long', data: { latest } }])
}

/** What the vendor has to put right by `dueOn`, as a finding of the case. */
export async function insertCaseFinding(ctx: Context, violationCase: Case, dueOn: string) {
  const { name, clauses } = getViolation(violationCase.violationId)
  const ref = await nextRef(ctx, 'F', 'finding')
  const [finding] = await ctx.db
    .insert(findings)
    .values({
      orgId: ctx.actor.orgId, id: newId(), ref, vendorId: violationCase.vendorId, source: 'case', sourceId: violationCase.id,
      itemId: violationCase.violationId, severity: violationCase.severity, text: name, clauses, status: 'open', dueOn, firstDueOn: dueOn,
      ownerId: violationCase.investigatorId, createdAt: ctx.now, updatedAt: ctx.now,
    })
    .returning()
  if (!finding) throw new Error('an insert without a conflict clause returns its row')
  await record(ctx, {
    action: 'finding.raise', subjectType: 'finding', subjectId: finding.id, vendorId: finding.vendorId, after: finding,
    data: { ref, caseId: violationCase.id, caseRef: violationCase.ref, severity: finding.severity, dueOn },
  })
}

/** What the case asked for is done: its finding is verified, unless it is already. */
export async function verifyCaseFinding(ctx: Context, violationCase: Case, { verifiedBy, proof }: { verifiedBy?: string; proof: string }) {
  const verified = await ctx.db
    .update(findings)
    .set({ status: 'verified', proof, verifiedAt: ctx.now, verifiedBy, updatedAt: ctx.now, revision: sql`${findings.revision} + 1` })
    .where(
      and(
        eq(findings.orgId, ctx.actor.orgId),
        eq(findings.source, 'case'),
        eq(findings.sourceId, violationCase.id),
        notInArray(findings.status, ['verified', 'accepted']),
      ),
    )
    .returning()
  for (const after of verified)
    await record(ctx, {
      action: 'finding.verify', subjectType: 'finding', subjectId: after.id, vendorId: after.vendorId, after: { status: after.status },
      data: { ref: after.ref, caseId: violationCase.id, caseRef: violationCase.ref },
    })
}

/** What the vendor was given to put right in this case, with the due date as it stands. */
export async function findCaseFinding(ctx: Context, violationCase: Pick<Case, 'id'>) {
  const [finding] = await ctx.db
    .select()
    .from(findings)
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.source, 'case'), eq(findings.sourceId, violationCase.id)))
  return finding
}

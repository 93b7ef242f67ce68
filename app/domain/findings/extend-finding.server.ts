import { and, eq, isNull, sql } from 'drizzle-orm'
import { findings } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { record } from '../trail/record.server.ts'
import { findingExtensionBlockers, latestFindingExtension, type Extension } from './finding.ts'
import { getFinding, type Finding } from './queries.server.ts'

/** Moves the due date once, with a reason; the first due date stays, from which periods are counted (N-07). */
export async function extendFinding(ctx: Context, findingId: string, { dueOn, reason, revision }: { dueOn: string; reason: string; revision: number }): Promise<Finding> {
  requirePermission(ctx, 'finding.verify')
  return inTransaction(ctx, async (ctx) => {
    const before = await getFinding(ctx, findingId)
    const { zone } = await getOrganisation(ctx)
    const extension = extensionOf(before, { newDueOn: dueOn, today: localDate(ctx.now, zone), zone })
    const [blocker] = findingExtensionBlockers(extension)
    if (blocker) throw new Problem('conflict', `findings.blocked.${blocker}`, { latest: latestFindingExtension(extension) })
    const [after] = await ctx.db
      .update(findings)
      .set({ dueOn, extendedAt: ctx.now, extensionReason: reason, updatedAt: ctx.now, revision: sql`${findings.revision} + 1` })
      .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.id, before.id), eq(findings.revision, revision), isNull(findings.extendedAt)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, {
      action: 'finding.extend', subjectType: 'finding', subjectId: after.id, vendorId: after.vendorId,
      before: { dueOn: before.dueOn }, after: { dueOn }, data: { ref: after.ref, severity: after.severity, from: before.dueOn, to: dueOn, reason },
    })
    return after
  })
}

/** What the rule of extensions asks about a finding. */
export function extensionOf(finding: Finding, { newDueOn, today, zone }: { newDueOn: string; today: string; zone: string }): Extension {
  const { severity, dueOn, firstDueOn, extendedAt, createdAt, status, source } = finding
  return { severity, dueOn, firstDueOn, newDueOn, today, status, source, extendedBefore: extendedAt !== null, raisedOn: localDate(createdAt, zone) }
}

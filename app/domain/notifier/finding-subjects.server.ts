import { and, eq, gt, inArray, or } from 'drizzle-orm'
import { findings, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { AlertSubject } from './alert-subject.ts'
import { lately } from './lately.ts'
import { spoken } from './spoken.server.ts'
import { vendorWords } from './vendor-words.ts'

const OPEN = ['open', 'plan_received', 'fixed', 'rejected'] as const

/** Findings that are not verified yet (N-07). */
export async function findingSubjects(ctx: Context, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({ finding: findings, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt, ownerId: vendors.ownerId, vendorStatus: vendors.status })
    .from(findings)
    .innerJoin(vendors, and(eq(vendors.orgId, findings.orgId), eq(vendors.id, findings.vendorId)))
    .where(
      and(
        eq(findings.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(findings.id, rowId),
        or(inArray(findings.status, [...OPEN]), gt(findings.updatedAt, lately(ctx.now))),
      ),
    )
  return rows.map(({ finding, vendorName, vendorNameAlt, ownerId, vendorStatus }) => ({
    alerts: ['N-07'],
    type: 'finding',
    rowId: finding.id,
    vendorId: finding.vendorId,
    owner: finding.ownerId ?? ownerId ?? undefined,
    ladder: {
      id: finding.id,
      openedAt: finding.createdAt,
      due: finding.dueOn,
      dueSince: finding.extendedAt ?? finding.createdAt,
      firstDue: finding.firstDueOn,
      stoppedAt: finding.status === 'verified' || finding.status === 'accepted' ? (finding.verifiedAt ?? finding.updatedAt) : undefined,
      facts: { severity: finding.severity },
      vendorInExit: vendorStatus === 'terminating',
    },
    words: { ...vendorWords(vendorName, vendorNameAlt), finding: finding.ref, ...spoken('state', `status.finding.${finding.status}`), ...spoken('severity', `status.severity.${finding.severity}`) },
    path: `/findings/${finding.id}`,
    portal: { type: 'home' },
  }))
}

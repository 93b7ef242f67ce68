import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { agreements, auditCycles, engagements, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { auditIsOpen, OPEN_AUDIT_STATES } from '../audits/audit.ts'
import type { AlertSubject } from './alert-subject.ts'
import { lately } from './lately.ts'
import { vendorWords } from './vendor-words.ts'

const VENDORS = ['active', 'suspended'] as const
const AUDITED = [...OPEN_AUDIT_STATES, 'refused'] as const

/** Open audit cycles, and those closed lately so that "resolved" can still go out (N-01, N-02). */
export async function auditSubjects(ctx: Context, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({ audit: auditCycles, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt, vendorStatus: vendors.status, businessOwnerId: engagements.businessOwnerId })
    .from(auditCycles)
    .innerJoin(vendors, and(eq(vendors.orgId, auditCycles.orgId), eq(vendors.id, auditCycles.vendorId)))
    .innerJoin(agreements, and(eq(agreements.orgId, auditCycles.orgId), eq(agreements.id, auditCycles.agreementId)))
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(
      and(
        eq(auditCycles.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(auditCycles.id, rowId),
        or(inArray(auditCycles.state, [...AUDITED]), gt(auditCycles.updatedAt, lately(ctx.now))),
        or(inArray(vendors.status, [...VENDORS]), isNotNull(vendors.suspendedAt), sql`${auditCycles.state} in ('closed', 'cancelled_terminated')`),
      ),
    )
  return rows.map(({ audit, vendorName, vendorNameAlt, vendorStatus, businessOwnerId }) => ({
    alerts: ['N-01', 'N-02'],
    type: 'audit',
    rowId: audit.id,
    vendorId: audit.vendorId,
    businessOwner: businessOwnerId ?? undefined,
    ladder: {
      id: audit.id,
      openedAt: audit.createdAt,
      due: audit.dueEffective,
      dueSince: audit.postponedAt ?? audit.createdAt,
      legalCap: audit.legalCap,
      stoppedAt: auditIsOpen(audit.state) || audit.state === 'refused' ? undefined : audit.updatedAt,
      facts: { vendor_caused_delay: audit.vendorCausedDelay },
      vendorInExit: vendorStatus === 'terminating',
    },
    words: { ...vendorWords(vendorName, vendorNameAlt), audit: audit.ref },
    path: `/audits/${audit.id}`,
    portal: { type: 'home' },
  }))
}

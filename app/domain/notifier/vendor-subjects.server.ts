import { and, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { answerEvidence, assessments, engagements, evidence, files, transfers, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { localMidnight } from '../organisations/calendar-dates.ts'
import type { AlertSubject } from './alert-subject.ts'
import { lately } from './lately.ts'
import { vendorWords } from './vendor-words.ts'

/** Questionnaires that the vendor has not submitted (N-20). */
export async function assessmentSubjects(ctx: Context, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({ assessment: assessments, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt, businessOwnerId: engagements.businessOwnerId })
    .from(assessments)
    .innerJoin(vendors, and(eq(vendors.orgId, assessments.orgId), eq(vendors.id, assessments.vendorId)))
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .where(
      and(
        eq(assessments.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(assessments.id, rowId),
        sql`(${assessments.status} in ('invited', 'in_progress') or ${assessments.updatedAt} > ${lately(ctx.now).toISOString()})`,
      ),
    )
  return rows.map(({ assessment, vendorName, vendorNameAlt, businessOwnerId }) => ({
    alerts: ['N-20'],
    type: 'assessment',
    rowId: assessment.id,
    vendorId: assessment.vendorId,
    businessOwner: businessOwnerId ?? undefined,
    contacts: assessment.contactId ? [assessment.contactId] : undefined,
    ladder: {
      id: assessment.id,
      openedAt: assessment.invitedAt,
      due: assessment.dueOn,
      stoppedAt: assessment.submittedAt ?? assessment.withdrawnAt ?? undefined,
    },
    words: { ...vendorWords(vendorName, vendorNameAlt), assessment: assessment.ref },
    path: `/assessments/${assessment.id}`,
    portal: { type: 'assessment', id: assessment.id },
  }))
}

/** Vendors whose due diligence must be refreshed (N-05). A refused or ended vendor is not asked again. */
export async function reassessmentSubjects(ctx: Context, zone: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select()
    .from(vendors)
    .where(and(eq(vendors.orgId, ctx.actor.orgId), inArray(vendors.status, ['active', 'suspended']), isNotNull(vendors.reassessDueOn)))
  return rows.map((vendor) => ({
    alerts: ['N-05'],
    type: 'vendor',
    rowId: vendor.id,
    vendorId: vendor.id,
    businessOwner: vendor.ownerId ?? undefined,
    ladder: { id: vendor.id, openedAt: localMidnight(vendor.activeSince ?? vendor.reassessDueOn!, zone), due: vendor.reassessDueOn! },
    words: vendorWords(vendor.name, vendor.nameAlt),
    path: `/vendors/${vendor.id}`,
    portal: { type: 'home' as const },
  }))
}

/** Accepted documents with an end date, until a newer one of the same kind is accepted (N-13). */
export async function evidenceSubjects(ctx: Context): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .selectDistinctOn([evidence.id], {
      id: evidence.id,
      vendorId: evidence.vendorId,
      expiresOn: evidence.expiresOn,
      createdAt: evidence.createdAt,
      acceptedAt: answerEvidence.verdictAt,
      fileName: files.name,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
      ownerId: vendors.ownerId,
      replacedAt: sql<string | null>`(select min(n.verdict_at) from answer_evidence n join evidence e on e.org_id = n.org_id and e.id = n.evidence_id
        where n.org_id = evidence.org_id and e.vendor_id = evidence.vendor_id and e.type = evidence.type and e.expires_on > evidence.expires_on
        and n.verdict in ('verified', 'certified'))`,
    })
    .from(evidence)
    .innerJoin(answerEvidence, and(eq(answerEvidence.orgId, evidence.orgId), eq(answerEvidence.evidenceId, evidence.id)))
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.id, evidence.fileId)))
    .innerJoin(vendors, and(eq(vendors.orgId, evidence.orgId), eq(vendors.id, evidence.vendorId)))
    .where(
      and(
        eq(evidence.orgId, ctx.actor.orgId),
        isNotNull(evidence.expiresOn),
        inArray(answerEvidence.verdict, ['verified', 'certified']),
        sql`${vendors.status} not in ('terminated', 'banned', 'withdrawn', 'rejected')`,
      ),
    )
  return rows.map((row) => ({
    alerts: ['N-13'],
    type: 'evidence',
    rowId: row.id,
    vendorId: row.vendorId,
    businessOwner: row.ownerId ?? undefined,
    ladder: {
      id: row.id,
      openedAt: row.acceptedAt ?? row.createdAt,
      due: row.expiresOn!,
      stoppedAt: row.replacedAt ? new Date(row.replacedAt) : undefined,
    },
    words: { ...vendorWords(row.vendorName, row.vendorNameAlt), evidence: row.fileName },
    path: `/vendors/${row.vendorId}/documents`,
    portal: { type: 'home' as const },
  }))
}

/** Supplies that the gate refused (N-22); the third of a vendor and person within 30 days is told higher up. */
export async function refusedTransferSubjects(ctx: Context, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({
      transfer: transfers,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
      attempts: sql<number>`(select count(*)::int from transfers p where p.org_id = transfers.org_id and p.vendor_id = transfers.vendor_id
        and p.refusal is not null and p.at <= transfers.at and p.at > transfers.at - interval '30 days')`,
    })
    .from(transfers)
    .innerJoin(vendors, and(eq(vendors.orgId, transfers.orgId), eq(vendors.id, transfers.vendorId)))
    .where(
      and(
        eq(transfers.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(transfers.id, rowId),
        isNotNull(transfers.refusal),
        gt(transfers.at, lately(ctx.now)),
      ),
    )
  return rows.map(({ transfer, vendorName, vendorNameAlt, attempts }) => ({
    alerts: ['N-22'],
    type: 'transfer',
    rowId: transfer.id,
    vendorId: transfer.vendorId,
    requester: transfer.requestedBy,
    ladder: {
      id: transfer.id,
      parts: { vendor: transfer.vendorId, requester: transfer.requestedBy },
      openedAt: transfer.at,
      facts: { attempts_30d: attempts },
    },
    words: vendorWords(vendorName, vendorNameAlt),
    path: `/vendors/${transfer.vendorId}`,
  }))
}

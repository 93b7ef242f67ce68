import { and, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { agreements, engagements, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { addDays, localDate } from '../organisations/calendar-dates.ts'
import type { AlertSubject } from './alert-subject.ts'
import { lately } from './lately.ts'
import { vendorWords } from './vendor-words.ts'

const SIGNATURE_DAYS = 14

/** Agreements whose authorisation runs out (N-06) and those that wait for a signature (N-21). */
export async function agreementSubjects(ctx: Context, zone: string, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({
      agreement: agreements,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
      vendorStatus: vendors.status,
      businessOwnerId: engagements.businessOwnerId,
      hasSuccessor: sql<boolean>`exists (select from agreements s where s.org_id = agreements.org_id and s.predecessor_id = agreements.id and s.status = 'active')`,
    })
    .from(agreements)
    .innerJoin(vendors, and(eq(vendors.orgId, agreements.orgId), eq(vendors.id, agreements.vendorId)))
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(agreements.id, rowId),
        or(inArray(agreements.status, ['sent', 'partially_signed', 'active']), and(gt(agreements.updatedAt, lately(ctx.now)), sql`${agreements.sentAt} is not null`)),
      ),
    )
  return rows.flatMap(({ agreement, vendorName, vendorNameAlt, vendorStatus, businessOwnerId, hasSuccessor }) => {
    const common = {
      type: 'agreement' as const,
      rowId: agreement.id,
      vendorId: agreement.vendorId,
      businessOwner: businessOwnerId ?? undefined,
      words: { ...vendorWords(vendorName, vendorNameAlt), agreement: agreement.number },
      path: `/agreements/${agreement.id}`,
      portal: { type: 'agreement' as const, id: agreement.id },
    }
    const inExit = vendorStatus === 'terminating'
    const subjects: AlertSubject[] = []
    if (agreement.sentAt) {
      const isWaiting = agreement.status === 'sent' || agreement.status === 'partially_signed'
      subjects.push({
        ...common,
        alerts: ['N-21'],
        ladder: {
          id: agreement.id,
          openedAt: agreement.sentAt,
          due: addDays(localDate(agreement.sentAt, zone), SIGNATURE_DAYS),
          stoppedAt: isWaiting ? undefined : (agreement.signedAt ?? agreement.endedAt ?? agreement.updatedAt),
          vendorInExit: inExit,
        },
      })
    }
    if (agreement.signedAt && agreement.effectiveOn) {
      // expiry goes on after the end until exit is complete; only an end by termination or a successor stops it
      const isOver = hasSuccessor || agreement.status === 'terminated' || agreement.status === 'superseded' || vendorStatus === 'terminated' || vendorStatus === 'banned'
      subjects.push({
        ...common,
        alerts: ['N-06'],
        ladder: {
          id: agreement.id,
          openedAt: agreement.signedAt,
          due: agreement.authEnd,
          stoppedAt: isOver ? (agreement.endedAt ?? agreement.updatedAt) : undefined,
          vendorInExit: inExit,
        },
      })
    }
    return subjects
  })
}

import type { Assessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getVendorHeader } from '../vendors/queries.server.ts'
import { getAssessmentHead } from './queries.server.ts'

/** What stands above every page of an assessment. */
export async function headOf(ctx: Context, assessment: Assessment, zone: string) {
  const [vendor, names] = await Promise.all([getVendorHeader(ctx, assessment.vendorId), getAssessmentHead(ctx, assessment)])
  const { id, ref, status, submittedAt, attestation } = assessment
  return {
    vendor,
    names,
    assessment: {
      id, ref, status,
      engagement: `${names.engagementRef} ${names.engagement}`,
      reviewer: names.reviewer ?? undefined,
      submittedOn: submittedAt ? localDate(submittedAt, zone) : undefined,
      submittedBy: attestation?.name,
    },
  }
}

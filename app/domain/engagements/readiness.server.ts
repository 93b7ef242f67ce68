import type { Context } from '../context.server.ts'
import type { FieldProblem } from '../errors.ts'
import { readFacts } from '../questionnaires/visibility.ts'
import { inherentRisk, type InherentRisk } from '../scoring/inherent.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import { submissionProblems } from './check-intake.server.ts'
import { intakeTemplate } from './intake-template.server.ts'
import { getEngagement, type Engagement } from './queries.server.ts'

type Readiness = { engagement: Engagement; vendor: Vendor; intake: Engagement['intake']; problems: FieldProblem[]; inherent: InherentRisk }

/** How far a request is: its answers with the vendor's own fields as they are today, what is missing, and the risk so far. */
export async function getReadiness(ctx: Context, engagementId: string): Promise<Readiness> {
  const engagement = await getEngagement(ctx, engagementId)
  const vendor = await getVendor(ctx, engagement.vendorId)
  const intake = { ...engagement.intake, 'IN-01': vendor.name, ...(vendor.regNo ? { 'IN-02': vendor.regNo } : {}), 'IN-03': engagement.title }
  const compiled = intakeTemplate()
  return {
    engagement,
    vendor,
    intake,
    problems: submissionProblems({ intake, notes: engagement.intakeNotes }),
    inherent: inherentRisk(compiled, intake, readFacts(compiled, intake)),
  }
}

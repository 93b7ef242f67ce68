import type { Assessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import type { Scored } from '../reviews/score-of.server.ts'
import { decisionGates, type Gate } from '../scoring/gates.ts'
import { findBan, getVendor } from '../vendors/queries.server.ts'

const MECHANISM = 'TRN-05'

/** Gates G1–G7 over what is known now (scoring.md §9). */
export async function gatesOf(ctx: Context, assessment: Assessment, { compiled, score, input, attached, engagement }: Scored): Promise<Gate[]> {
  const vendor = await getVendor(ctx, assessment.vendorId)
  const ban = await findBan(ctx, { vendorId: vendor.id, regNo: vendor.regNo })
  const unreviewed = attached.filter(({ withdrawnAt, verdict }) => withdrawnAt === null && verdict === null)
  const required = new Set(compiled.template.questions.filter(({ evidence }) => evidence.mode === 'required').map(({ id }) => id))
  const { standing, outcomes } = score.trace.walk
  const counted = new Set(compiled.template.questions.filter((_, index) => standing[index] === 'counted' && outcomes[index]?.evidenceDue).map(({ id }) => id))
  const mechanism = input.answers[MECHANISM]
  return decisionGates(compiled, {
    intake: input.intake,
    questionnaireSubmitted: assessment.submittedAt !== null && assessment.status !== 'returned',
    requiredEvidenceReviewed: !unreviewed.some(({ questionId }) => required.has(questionId) && counted.has(questionId)),
    impactAssessmentFiled: engagement.piaFileId !== null,
    exportMechanismChosen: ![undefined, 'none'].includes((mechanism?.corrected ?? mechanism?.value) as string | undefined),
    requesterStatementFiled: Boolean(engagement.conflictStatement),
    reviewerStatementFiled: Boolean(assessment.reviewerStatement),
    vendorBanned: ban !== undefined,
    ownerBanned: false, // owners and affiliates are flagged for a person, who refuses the request (W-14)
  })
}

import { eq } from 'drizzle-orm'
import { submitAssessment } from '#app/domain/assessments/submit-assessment.server.ts'
import type { Context } from '#app/domain/context.server.ts'
import { attachUpload } from '#app/domain/evidence/attach-upload.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import type { AnswerValue } from '#app/domain/questionnaires/template.ts'
import { judgeEvidence } from '#app/domain/reviews/judge-evidence.server.ts'
import { listAttachedEvidence } from '#app/domain/reviews/attached-evidence.server.ts'
import { startReview } from '#app/domain/reviews/start-review.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { engagements } from '#db/schema/index.ts'
import { answerEverything, aPdf, aSentAssessment, type Sent } from './assessment.ts'
import { aFullIntake } from './intake.ts'
import { anOrganisation, type TestOrganisation } from './world.ts'

export const REVIEW_ROLES = ['procurement', 'compliance', 'compliance_head', 'auditor', 'business_owner'] as const
export const STATEMENT = 'I have no interest in this vendor.'

type Wish = { org?: TestOrganisation; values?: Record<string, AnswerValue>; intake?: Record<string, AnswerValue>; documents?: Record<string, number>; /** What the requester leaves undone. */ engagement?: Partial<typeof engagements.$inferInsert> }

/** A questionnaire that the vendor has answered and handed in; everything that the gates ask of procurement is done. */
export async function aSubmittedAssessment({ org: given, values, intake, documents = { 'INC-01': 1 }, engagement = {} }: Wish = {}): Promise<Sent> {
  const org = given ?? (await anOrganisation(...REVIEW_ROLES))
  const sent = await aSentAssessment({ org, intake: aFullIntake(newId(), intake) })
  await org.run(org.as('procurement'), ({ db }) =>
    db.update(engagements).set({ piaFileId: newId(), conflictStatement: STATEMENT, ...engagement }).where(eq(engagements.id, sent.engagementId)),
  )
  await org.run(sent.contact, async (ctx) => {
    await answerEverything(ctx, sent.assessment.id, values)
    await attach(ctx, sent.assessment.id, documents)
    await submitAssessment(ctx, { assessmentId: sent.assessment.id, name: 'Huang Zhiyuan', role: 'Head of security' })
  })
  return sent
}

async function attach(ctx: Context, assessmentId: string, documents: Record<string, number>) {
  for (const [questionId, count] of Object.entries(documents))
    for (let each = 0; each < count; each++)
      await attachUpload(ctx, { assessmentId, questionId, file: await receiveFile(ctx.actor.orgId, aPdf(`${questionId} ${each} ${assessmentId}`, `${questionId}-${each + 1}.pdf`)) })
}

/** A submitted assessment whose review is done: statement made, every document accepted, so that every gate holds. */
export async function aReviewedAssessment(wish: Wish = {}): Promise<Sent> {
  const sent = await aSubmittedAssessment(wish)
  const { org, assessment } = sent
  await org.run(org.as('compliance'), async (ctx) => {
    await startReview(ctx, assessment.id, { statement: STATEMENT })
    for (const { questionId, evidenceId } of await listAttachedEvidence(ctx, assessment.id)) await judgeEvidence(ctx, assessment.id, { questionId, evidenceId, verdict: 'verified' })
  })
  return sent
}

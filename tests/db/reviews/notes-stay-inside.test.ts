import { expect, test } from 'vitest'
import * as portal from '#app/domain/portal/queries.server.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { questionViews } from '#app/domain/portal/build-question-views.server.ts'
import { addNote } from '#app/domain/reviews/add-note.server.ts'
import { askClarification } from '#app/domain/reviews/ask-clarification.server.ts'
import { judgeEvidence } from '#app/domain/reviews/judge-evidence.server.ts'
import { listAttachedEvidence } from '#app/domain/reviews/attached-evidence.server.ts'
import { readReview } from '#app/domain/reviews/read-review.server.ts'
import { aSubmittedAssessment } from '#tests/support/review.ts'

const NOTE = 'CANARY-NOTE-7431'
const UNSENT = 'CANARY-UNSENT-7431'
const REFUSAL = 'CANARY-REFUSAL-7431'

test('nothing that a vendor’s contact can load holds a note, an unsent question or the reason of a verdict', async () => {
  const { org, contact, assessment } = await aSubmittedAssessment()
  await org.run(org.as('compliance'), async (ctx) => {
    await addNote(ctx, assessment.id, { questionId: 'LAW-02', body: NOTE })
    await addNote(ctx, assessment.id, { body: NOTE })
    await askClarification(ctx, assessment.id, { questionId: 'LAW-02', question: UNSENT })
    const [piece] = (await listAttachedEvidence(ctx, assessment.id)).filter(({ questionId }) => questionId === 'INC-01')
    await judgeEvidence(ctx, assessment.id, { questionId: 'INC-01', evidenceId: piece!.evidenceId, verdict: 'rejected', reason: REFUSAL })
    expect(JSON.stringify(await readReview(ctx, assessment.id))).toContain(NOTE)
  })
  const seen = await org.run(contact, async (ctx) => {
    const answering = await loadAnswering(ctx, assessment.id)
    const ids = new Set(answering.progress.visible)
    return JSON.stringify([
      answering.asked, answering.rows, answering.attached, answering.assessment, answering.progress,
      questionViews(answering, ids, { locale: 'en', yes: 'Yes', no: 'No' }),
      await portal.listRequests(ctx), await portal.listAsked(ctx, assessment.id), await portal.listOwnAnswers(ctx, assessment.id), await portal.listColleagues(ctx),
    ])
  })
  expect(seen).toContain('LAW-02')
  for (const canary of [NOTE, UNSENT, REFUSAL]) expect(seen).not.toContain(canary)
})

test('a contact is refused every note', async () => {
  const { org, contact, assessment } = await aSubmittedAssessment()
  await expect(org.run(contact, (ctx) => addNote(ctx, assessment.id, { body: 'x' }))).rejects.toMatchObject({ code: 'forbidden' })
})

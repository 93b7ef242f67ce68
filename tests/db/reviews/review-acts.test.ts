import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { submitAssessment } from '#app/domain/assessments/submit-assessment.server.ts'
import type { Context } from '#app/domain/context.server.ts'
import { addNote } from '#app/domain/reviews/add-note.server.ts'
import { approveAnswers } from '#app/domain/reviews/approve-answers.server.ts'
import { askClarification } from '#app/domain/reviews/ask-clarification.server.ts'
import { correctAnswer } from '#app/domain/reviews/correct-answer.server.ts'
import { dropClarification } from '#app/domain/reviews/drop-clarification.server.ts'
import { judgeEvidence } from '#app/domain/reviews/judge-evidence.server.ts'
import { judgeNotApplicable } from '#app/domain/reviews/judge-not-applicable.server.ts'
import { readReview } from '#app/domain/reviews/read-review.server.ts'
import { returnAssessment } from '#app/domain/reviews/return-assessment.server.ts'
import { startReview } from '#app/domain/reviews/start-review.server.ts'
import { unapproveAnswers } from '#app/domain/reviews/unapprove-answers.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { answers, clarifications } from '#db/schema/index.ts'
import { aSentAssessment, type Sent } from '#tests/support/assessment.ts'
import { actionsOf } from '#tests/support/person.ts'
import { aSubmittedAssessment, REVIEW_ROLES, STATEMENT } from '#tests/support/review.ts'
import { anOrganisation } from '#tests/support/world.ts'

const review = <T>({ org }: Sent, work: (ctx: Context) => Promise<T>) => org.run(org.as('compliance'), work)
const answerOf = (sent: Sent, id: string) => review(sent, async (ctx) => (await readReview(ctx, sent.assessment.id)).answers.find((each) => each.id === id)!)
const documentOf = async (sent: Sent, id = 'INC-01') => (await answerOf(sent, id)).documents[0]!.evidenceId

/** Every verb of a review, with arguments that it would take. */
const VERBS: Record<string, (ctx: Context, id: string) => Promise<unknown>> = {
  startReview: (ctx, id) => startReview(ctx, id, { statement: STATEMENT }),
  approveAnswers: (ctx, id) => approveAnswers(ctx, id, { questionIds: ['LAW-01'] }),
  unapproveAnswers: (ctx, id) => unapproveAnswers(ctx, id, { questionIds: ['LAW-01'] }),
  askClarification: (ctx, id) => askClarification(ctx, id, { questionId: 'LAW-02', question: 'Who approves?' }),
  dropClarification: (ctx, id) => dropClarification(ctx, id, { clarificationId: newId() }),
  returnAssessment: (ctx, id) => returnAssessment(ctx, id, { dueOn: '2026-12-08' }),
  correctAnswer: (ctx, id) => correctAnswer(ctx, id, { questionId: 'LAW-01', value: 'no', reason: 'As seen on the visit.' }),
  judgeNotApplicable: (ctx, id) => judgeNotApplicable(ctx, id, { questionId: 'LAW-01', naStatus: 'accepted' }),
  judgeEvidence: (ctx, id) => judgeEvidence(ctx, id, { questionId: 'INC-01', evidenceId: newId(), verdict: 'verified' }),
  addNote: (ctx, id) => addNote(ctx, id, { body: 'Look twice.' }),
}

test('every verb is refused to procurement, auditors and the vendor, and does not find another organisation’s', async () => {
  const [sent, other] = [await aSubmittedAssessment(), await anOrganisation(...REVIEW_ROLES)]
  const { org, contact, assessment } = sent
  for (const [name, verb] of Object.entries(VERBS)) {
    for (const actor of [org.as('procurement'), org.as('auditor'), contact])
      await expect(org.run(actor, (ctx) => verb(ctx, assessment.id)), name).rejects.toMatchObject({ code: 'forbidden' })
    await expect(other.run(other.as('compliance'), (ctx) => verb(ctx, assessment.id)), name).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('every verb but a note is refused while the answers are with the vendor', async () => {
  const sent = await aSentAssessment({ org: await anOrganisation(...REVIEW_ROLES) })
  for (const [name, verb] of Object.entries(VERBS))
    if (name !== 'addNote') await expect(review(sent, (ctx) => verb(ctx, sent.assessment.id)), name).rejects.toMatchObject({ code: 'conflict', key: 'review.not_under_review' })
})

describe('a review', () => {
  test('starts with the reviewer’s statement', async () => {
    const sent = await aSubmittedAssessment()
    expect(await review(sent, (ctx) => startReview(ctx, sent.assessment.id, { statement: STATEMENT }))).toMatchObject({
      status: 'in_review', reviewerId: sent.org.as('compliance').userId, reviewerStatement: STATEMENT,
    })
    expect(await actionsOf(sent.org)).toContain('assessment.start_review')
  })

  test('approves answers once, and undo takes exactly those back', async () => {
    const sent = await aSubmittedAssessment()
    const approve = (...questionIds: string[]) => review(sent, (ctx) => approveAnswers(ctx, sent.assessment.id, { questionIds }))
    expect(await approve('LAW-01')).toEqual(['LAW-01'])
    expect(await approve('LAW-01', 'LAW-03')).toEqual(['LAW-03'])
    expect((await answerOf(sent, 'LAW-03')).settled).toBe(true)
    await review(sent, (ctx) => unapproveAnswers(ctx, sent.assessment.id, { questionIds: ['LAW-03'] }))
    expect((await answerOf(sent, 'LAW-03')).settled).toBe(false)
    expect((await answerOf(sent, 'LAW-01')).settled).toBe(true)
  })

  test('corrects an answer for the score and keeps the vendor’s beside it', async () => {
    const sent = await aSubmittedAssessment()
    const before = await answerOf(sent, 'LAW-01')
    await review(sent, (ctx) => correctAnswer(ctx, sent.assessment.id, { questionId: 'LAW-01', value: 'no', reason: 'Not so on the visit.' }))
    expect(await answerOf(sent, 'LAW-01')).toMatchObject({ a: 0, value: before.value, correction: { reason: 'Not so on the visit.', by: 'compliance' } })
    await review(sent, (ctx) => correctAnswer(ctx, sent.assessment.id, { questionId: 'LAW-01', reason: 'Was right after all.' }))
    expect(await answerOf(sent, 'LAW-01')).toMatchObject({ a: before.a, correction: undefined })
  })

  test('does not take a correction that could be no answer', async () => {
    const sent = await aSubmittedAssessment()
    const correcting = review(sent, (ctx) => correctAnswer(ctx, sent.assessment.id, { questionId: 'LAW-01', value: 'maybe', reason: 'So.' }))
    await expect(correcting).rejects.toMatchObject({ code: 'invalid' })
  })

  test('judges evidence, and wants a reason for a refusal', async () => {
    const sent = await aSubmittedAssessment()
    const evidenceId = await documentOf(sent)
    const judge = (verdict: 'verified' | 'rejected', reason?: string) => review(sent, (ctx) => judgeEvidence(ctx, sent.assessment.id, { questionId: 'INC-01', evidenceId, verdict, reason }))
    expect((await answerOf(sent, 'INC-01')).status).toBe('provided')
    await judge('verified')
    expect((await answerOf(sent, 'INC-01')).status).toBe('verified')
    await expect(judge('rejected')).rejects.toMatchObject({ code: 'invalid' })
    await judge('rejected', 'A draft.')
    expect(await answerOf(sent, 'INC-01')).toMatchObject({ status: 'rejected', reasons: expect.arrayContaining(['evidence_rejected']) })
  })

  test('judges an N/A, and approving alone does not', async () => {
    const sent = await aSubmittedAssessment()
    await review(sent, ({ db }) =>
      db.update(answers).set({ isNa: true, value: null, naReason: 'We employ nobody.', naStatus: 'pending' }).where(and(eq(answers.assessmentId, sent.assessment.id), eq(answers.questionId, 'AUD-03'))),
    )
    expect(await review(sent, (ctx) => approveAnswers(ctx, sent.assessment.id, { questionIds: ['AUD-03'] }))).toEqual([])
    await review(sent, (ctx) => judgeNotApplicable(ctx, sent.assessment.id, { questionId: 'AUD-03', naStatus: 'accepted' }))
    expect(await answerOf(sent, 'AUD-03')).toMatchObject({ naStatus: 'accepted', settled: true })
    await expect(review(sent, (ctx) => judgeNotApplicable(ctx, sent.assessment.id, { questionId: 'LAW-01', naStatus: 'refused' }))).rejects.toMatchObject({ key: 'review.not_na' })
  })

  test('gathers questions and sends them as one batch', async () => {
    const sent = await aSubmittedAssessment()
    const ask = (questionId: string) => review(sent, (ctx) => askClarification(ctx, sent.assessment.id, { questionId, question: `About ${questionId}?` }))
    await ask('LAW-02')
    const dropped = await ask('LAW-03')
    await ask('ACC-01')
    await review(sent, (ctx) => dropClarification(ctx, sent.assessment.id, { clarificationId: dropped }))
    await expect(review(sent, (ctx) => returnAssessment(ctx, sent.assessment.id, { dueOn: '2026-11-24' }))).rejects.toMatchObject({ code: 'invalid' })
    expect(await review(sent, (ctx) => returnAssessment(ctx, sent.assessment.id, { dueOn: '2026-12-01' }))).toMatchObject({ status: 'returned', dueOn: '2026-12-01' })
    const rows = await review(sent, ({ db }) => db.select().from(clarifications).where(eq(clarifications.assessmentId, sent.assessment.id)))
    expect(rows.map(({ questionId, sentAt }) => [questionId, sentAt !== null])).toEqual(expect.arrayContaining([['LAW-02', true], ['ACC-01', true]]))
    expect(rows).toHaveLength(2)
    expect((await review(sent, (ctx) => getVendor(ctx, sent.vendorId))).status).toBe('assessing')
    await expect(sent.org.run(sent.contact, (ctx) => submitAssessment(ctx, { assessmentId: sent.assessment.id, name: 'H', role: 'S' }))).rejects.toMatchObject({ key: 'portal.replies_missing' })
  })

  test('has nothing to send without a question', async () => {
    const sent = await aSubmittedAssessment()
    await expect(review(sent, (ctx) => returnAssessment(ctx, sent.assessment.id, { dueOn: '2026-12-01' }))).rejects.toMatchObject({ key: 'review.nothing_to_ask' })
  })
})

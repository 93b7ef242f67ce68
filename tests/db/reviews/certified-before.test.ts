import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { listAttachedEvidence } from '#app/domain/reviews/attached-evidence.server.ts'
import { judgeEvidence } from '#app/domain/reviews/judge-evidence.server.ts'
import { readReview } from '#app/domain/reviews/read-review.server.ts'
import { startReview } from '#app/domain/reviews/start-review.server.ts'
import type { EvidenceVerdict } from '#db/schema/index.ts'
import { answerEvidence, answers, assessments, engagements } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Sent } from '#tests/support/assessment.ts'
import { aSubmittedAssessment, STATEMENT } from '#tests/support/review.ts'

/** Sensitive information of two million people: T1 by floor FL-1. */
const CRITICAL = { 'IN-06': ['contact', 'financial_account'], 'IN-07': 2_000_000 }
const LAST_YEAR = new Date('2025-11-20T02:00:00Z')
const BEFORE_THAT = new Date('2024-11-20T02:00:00Z')

type Earlier = { verdict: EvidenceVerdict; at?: Date; status?: 'decided' | 'withdrawn' }

/** A vendor's answer to INC-01 with a document that the reviewer took as a certificate. */
async function aCertifiedAnswer({ intake = CRITICAL }: { intake?: typeof CRITICAL | undefined } = {}): Promise<Sent> {
  const sent = await aSubmittedAssessment({ intake })
  await sent.org.run(sent.org.as('compliance'), async (ctx) => {
    await startReview(ctx, sent.assessment.id, { statement: STATEMENT })
    for (const { questionId, evidenceId } of await listAttachedEvidence(ctx, sent.assessment.id)) await judgeEvidence(ctx, sent.assessment.id, { questionId, evidenceId, verdict: 'certified' })
  })
  return sent
}

/** The same vendor's assessment of another year, with the same document and the verdict of then. */
async function withEarlier({ org, assessment, vendorId, engagementId }: Sent, { verdict, at = LAST_YEAR, status = 'decided' }: Earlier) {
  await org.run(org.as('compliance'), async ({ db }) => {
    const [now] = await db.select().from(assessments).where(eq(assessments.id, assessment.id))
    const id = newId()
    const dates = status === 'decided' ? { decidedAt: at } : { withdrawnAt: at }
    await db.insert(assessments).values({ ...now!, id, ref: `A-${id.slice(-6)}`, engagementId, vendorId, status, decidedAt: null, ...dates })
    const [answer] = await db.select().from(answers).where(and(eq(answers.assessmentId, assessment.id), eq(answers.questionId, 'INC-01')))
    await db.insert(answers).values({ ...answer!, assessmentId: id })
    const [piece] = await db.select().from(answerEvidence).where(and(eq(answerEvidence.assessmentId, assessment.id), eq(answerEvidence.questionId, 'INC-01')))
    await db.insert(answerEvidence).values({ ...piece!, assessmentId: id, verdict })
  })
}

const incident = async ({ org, assessment }: Sent) =>
  org.run(org.as('compliance'), async (ctx) => {
    const { answers, scored } = await readReview(ctx, assessment.id)
    return { ...answers.find(({ id }) => id === 'INC-01')!, tier: scored.score.inherent.tier }
  })

describe('a certificate at a critical vendor', () => {
  test('counts in its first cycle', async () => {
    const sent = await aCertifiedAnswer()
    expect(await incident(sent)).toMatchObject({ tier: 'T1', status: 'certified', e: 95 })
  })

  test('counts as provided when it alone carried the answer in the cycle before, and the reviewer is told', async () => {
    const sent = await aCertifiedAnswer()
    await withEarlier(sent, { verdict: 'certified' })
    expect(await incident(sent)).toMatchObject({ status: 'provided', e: 80, reasons: expect.arrayContaining(['certified_again']) as string[] })
  })

  test('counts again once the control was tested directly in the cycle before', async () => {
    const sent = await aCertifiedAnswer()
    await withEarlier(sent, { verdict: 'certified', at: BEFORE_THAT })
    await withEarlier(sent, { verdict: 'verified' })
    expect(await incident(sent)).toMatchObject({ status: 'certified', e: 95 })
  })

  test('is not held against it by a questionnaire that was withdrawn', async () => {
    const sent = await aCertifiedAnswer()
    await withEarlier(sent, { verdict: 'certified', status: 'withdrawn' })
    expect(await incident(sent)).toMatchObject({ status: 'certified' })
  })

  test('of another year for another service of the same vendor is the same vendor’s', async () => {
    const sent = await aCertifiedAnswer()
    const engagementId = await sent.org.run(sent.org.as('compliance'), async ({ db }) => {
      const [engagement] = await db.select().from(engagements).where(eq(engagements.id, sent.engagementId))
      const id = newId()
      await db.insert(engagements).values({ ...engagement!, id, ref: 'E-9999' })
      return id
    })
    await withEarlier({ ...sent, engagementId }, { verdict: 'certified' })
    expect(await incident(sent)).toMatchObject({ status: 'provided' })
  })
})

test('a lighter vendor may go on with its certificate', async () => {
  const sent = await aCertifiedAnswer({ intake: { 'IN-06': ['contact', 'financial_account'], 'IN-07': 60_000 } })
  await withEarlier(sent, { verdict: 'certified' })
  expect(await incident(sent)).toMatchObject({ tier: 'T2', status: 'certified', e: 95, reasons: expect.not.arrayContaining(['certified_again']) as string[] })
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reopenAssessment } from '#app/domain/assessments/reopen-assessment.server.ts'
import { replyClarification } from '#app/domain/assessments/reply-clarification.server.ts'
import { saveAnswer } from '#app/domain/assessments/save-answer.server.ts'
import { submitAssessment } from '#app/domain/assessments/submit-assessment.server.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { assessments, clarifications, vendors } from '#db/schema/index.ts'
import { answerEverything, aSentAssessment, type Sent } from '#tests/support/assessment.ts'

const who = { name: 'Huang Zhiyuan', role: 'Head of security' }
const submit = ({ org, contact, assessment }: Sent) => org.run(contact, (ctx) => submitAssessment(ctx, { assessmentId: assessment.id, ...who }))
const reopen = ({ org, contact, assessment }: Sent) => org.run(contact, (ctx) => reopenAssessment(ctx, assessment.id))
const vendorStatus = ({ org, contact, vendorId }: Sent) => org.run(contact, async (ctx) => (await getVendor(ctx, vendorId)).status)

async function anAnsweredAssessment(): Promise<Sent> {
  const sent = await aSentAssessment()
  await sent.org.run(sent.contact, (ctx) => answerEverything(ctx, sent.assessment.id))
  return sent
}

/** Sends answers back the way a reviewer does. */
async function sendBack({ org, assessment, vendorId }: Sent, questionId = 'LAW-02') {
  return org.run(org.as('compliance'), async ({ db, now }) => {
    const id = newId()
    await db.insert(clarifications).values({ orgId: org.orgId, id, assessmentId: assessment.id, questionId, question: 'Who approves?', askedBy: newId(), askedAt: now, sentAt: now })
    await db.update(assessments).set({ status: 'returned', returnedAt: now }).where(eq(assessments.id, assessment.id))
    await db.update(vendors).set({ status: 'assessing' }).where(eq(vendors.id, vendorId))
    return id
  })
}

test('attested answers are handed in, lock, and bring the vendor under review', async () => {
  const sent = await anAnsweredAssessment()
  const after = await submit(sent)
  expect(after).toMatchObject({ status: 'submitted', attestation: who, answeredCount: after.requiredCount })
  expect(await vendorStatus(sent)).toBe('review')
  const saving = sent.org.run(sent.contact, (ctx) => saveAnswer(ctx, { assessmentId: sent.assessment.id, questionId: 'LAW-01', given: { value: 'no', isNa: false }, revision: 1 }))
  await expect(saving).rejects.toMatchObject({ code: 'conflict', key: 'portal.not_open' })
})

test('refuses while a required answer is missing, and says how many', async () => {
  const sent = await anAnsweredAssessment()
  await sent.org.run(sent.contact, (ctx) => saveAnswer(ctx, { assessmentId: sent.assessment.id, questionId: 'INC-04', given: { value: 'handled', isNa: false }, revision: 1 }))
  await expect(submit(sent)).rejects.toMatchObject({ code: 'invalid', key: 'portal.gaps', data: { count: 1 } })
  expect(await vendorStatus(sent)).toBe('assessing')
})

test('a second submission is refused', async () => {
  const sent = await anAnsweredAssessment()
  await submit(sent)
  await expect(submit(sent)).rejects.toMatchObject({ code: 'conflict' })
})

test('of ten submissions at once one goes through', async () => {
  const sent = await anAnsweredAssessment()
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => submit(sent)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('members cannot submit, strangers do not find it', async () => {
  const [sent, other] = [await anAnsweredAssessment(), await aSentAssessment()]
  await expect(sent.org.run(sent.org.as('compliance'), (ctx) => submitAssessment(ctx, { assessmentId: sent.assessment.id, ...who }))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(submit({ ...other, assessment: sent.assessment })).rejects.toMatchObject({ code: 'not-found' })
})

test('answers can be taken back and amended until the review starts', async () => {
  const sent = await anAnsweredAssessment()
  await submit(sent)
  expect(await reopen(sent)).toMatchObject({ status: 'in_progress', submittedAt: null, attestation: null })
  expect(await vendorStatus(sent)).toBe('assessing')
  await submit(sent)
  await sent.org.run(sent.contact, ({ db }) => db.update(assessments).set({ status: 'in_review' }).where(eq(assessments.id, sent.assessment.id)))
  await expect(reopen(sent)).rejects.toMatchObject({ code: 'conflict', key: 'portal.review_started' })
})

test('members cannot reopen, strangers do not find it', async () => {
  const [sent, other] = [await anAnsweredAssessment(), await aSentAssessment()]
  await submit(sent)
  await expect(sent.org.run(sent.org.as('compliance'), (ctx) => reopenAssessment(ctx, sent.assessment.id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(reopen({ ...other, assessment: sent.assessment })).rejects.toMatchObject({ code: 'not-found' })
})

test('what was sent back takes a reply and a changed answer, nothing else opens, then it goes back', async () => {
  const sent = await anAnsweredAssessment()
  await submit(sent)
  const clarificationId = await sendBack(sent)
  const save = (questionId: string) =>
    sent.org.run(sent.contact, (ctx) => saveAnswer(ctx, { assessmentId: sent.assessment.id, questionId, given: { value: 'logical_separation', isNa: false }, revision: 1 }))
  await expect(save('LAW-03')).rejects.toMatchObject({ code: 'conflict', key: 'portal.not_asked' })
  expect((await save('LAW-02')).written.outcome).toBe('saved')
  await expect(submit(sent)).rejects.toMatchObject({ code: 'invalid', key: 'portal.replies_missing', data: { count: 1 } })
  await sent.org.run(sent.contact, (ctx) => replyClarification(ctx, { assessmentId: sent.assessment.id, clarificationId, reply: 'The head of operations.' }))
  expect((await submit(sent)).status).toBe('submitted')
  expect(await vendorStatus(sent)).toBe('review')
  const { asked } = await sent.org.run(sent.contact, (ctx) => loadAnswering(ctx, sent.assessment.id))
  expect(asked).toMatchObject([{ questionId: 'LAW-02', reply: 'The head of operations.' }])
})

test('a reply is refused from members, to strangers it is not there, and so are unsent questions', async () => {
  const [sent, other] = [await anAnsweredAssessment(), await aSentAssessment()]
  await submit(sent)
  const clarificationId = await sendBack(sent)
  const reply = (actor: Parameters<typeof sent.org.run>[0], id = clarificationId) =>
    sent.org.run(actor, (ctx) => replyClarification(ctx, { assessmentId: sent.assessment.id, clarificationId: id, reply: 'so' }))
  await expect(reply(sent.org.as('compliance'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(reply({ ...other.contact, orgId: sent.org.orgId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(reply(sent.contact, newId())).rejects.toMatchObject({ code: 'not-found' })
  await sent.org.run(sent.contact, ({ db }) => db.update(clarifications).set({ sentAt: null }).where(eq(clarifications.id, clarificationId)))
  await expect(reply(sent.contact)).rejects.toMatchObject({ code: 'not-found' })
})

test('nothing can be replied while the request is not sent back', async () => {
  const sent = await anAnsweredAssessment()
  const replying = sent.org.run(sent.contact, (ctx) => replyClarification(ctx, { assessmentId: sent.assessment.id, clarificationId: newId(), reply: 'so' }))
  await expect(replying).rejects.toMatchObject({ code: 'conflict' })
})

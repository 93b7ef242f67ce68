import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sendAssessment } from '#app/domain/assessments/send-assessment.server.ts'
import { submitAssessment } from '#app/domain/assessments/submit-assessment.server.ts'
import { attachUpload } from '#app/domain/evidence/attach-upload.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { idsAskedFor, idsOfSection, pageData, taskList, viewsOf } from '#app/domain/portal/page-data.server.ts'
import { getRequest, listAgreementsToSign, listAsked, listColleagues, listRequests } from '#app/domain/portal/queries.server.ts'
import { receiptOf } from '#app/domain/portal/receipt.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { answerEvidence, answers, assessments, clarifications, decisions, reviewNotes, vendors } from '#db/schema/index.ts'
import { answerEverything, aPdf, aSentAssessment } from '#tests/support/assessment.ts'
import { anAgreement, aContact } from '#tests/support/vendor.ts'

const CANARY = 'internal-canary-7d1'

test('nothing internal reaches the vendor: no notes, verdict reasons, unsent questions, scores, weights or decisions', async () => {
  const sent = await aSentAssessment()
  const { org, contact, assessment, vendorId } = sent
  await org.run(contact, async (ctx) => {
    await answerEverything(ctx, assessment.id)
    await attachUpload(ctx, { assessmentId: assessment.id, questionId: 'GOV-03', file: await receiveFile(org.orgId, aPdf('policy')) })
    await submitAssessment(ctx, { assessmentId: assessment.id, name: 'Huang', role: 'Security' })
  })
  await org.run(org.as('compliance'), async ({ db, now }) => {
    const about = { orgId: org.orgId, id: newId(), assessmentId: assessment.id }
    await db.insert(reviewNotes).values({ ...about, body: CANARY, authorId: newId(), createdAt: now })
    await db.insert(clarifications).values({ ...about, questionId: 'LAW-01', question: CANARY, askedBy: newId(), askedAt: now })
    await db.insert(decisions).values({ ...about, vendorId, score: { reason: CANARY }, gates: {}, residualH: 1234, outcome: 'reject', reason: CANARY, proposedBy: newId(), proposedAt: now })
    await db.update(answerEvidence).set({ verdict: 'rejected', verdictReason: CANARY }).where(eq(answerEvidence.assessmentId, assessment.id))
    await db.update(answers).set({ reviewedBy: newId() }).where(eq(answers.assessmentId, assessment.id))
    await db.update(vendors).set({ residualH: 1234, suspensionReason: CANARY }).where(eq(vendors.id, vendorId))
  })
  const seen = await org.run(contact, async (ctx) => {
    const answering = await loadAnswering(ctx, assessment.id)
    return [
      await pageData(ctx, answering, new Set(answering.progress.visible)),
      await taskList(ctx, answering),
      receiptOf(answering, 'en'),
      await getRequest(ctx, assessment.id),
      await listRequests(ctx),
      await listAgreementsToSign(ctx),
      await listColleagues(ctx),
      await listAsked(ctx, assessment.id),
    ]
  })
  const text = JSON.stringify(seen)
  expect(text).not.toContain(CANARY)
  expect(text).not.toMatch(/"(score|weight|verdict\w*|residual\w*|outcome|knockouts|findings|reviewedBy|gates)"/)
})

test('the page speaks one language, with clauses, kinds of documents and countries by name', async () => {
  const { org, contact, assessment } = await aSentAssessment()
  await org.run(contact, async (ctx) => {
    const answering = await loadAnswering(ctx, assessment.id)
    const zh = await pageData({ ...ctx, locale: 'zh-CN' }, answering, idsOfSection(answering, 'TRN'))
    const en = await pageData({ ...ctx, locale: 'en' }, answering, idsOfSection(answering, 'TRN'))
    expect(zh.questions.map(({ id }) => id)).toEqual(en.questions.map(({ id }) => id))
    expect(zh.countries[0]).toEqual({ v: 'CN', label: '中国' })
    expect(en.countries.find(({ v }) => v === 'DE')).toEqual({ v: 'DE', label: 'Germany' })
    expect(Object.values(zh.duties).every((duty) => /[\u4e00-\u9fff]/.test(duty))).toBe(true)
    expect(JSON.stringify(en.questions)).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

test('questions that nothing on the page can bring up are not sent to the browser', async () => {
  const { org, contact, assessment } = await aSentAssessment()
  await org.run(contact, async (ctx) => {
    const answering = await loadAnswering(ctx, assessment.id)
    const law = viewsOf(answering, idsOfSection(answering, 'LAW'), 'en').map(({ id }) => id)
    expect(law).not.toContain('LAW-05')
    const inc = viewsOf(answering, idsOfSection(answering, 'INC'), 'en').find(({ id }) => id === 'INC-05')
    expect(inc).toMatchObject({ parentId: 'INC-04', showIf: { q: 'INC-04' } })
  })
})

test('a contact sees its own requests, and a colleague those it has a link to', async () => {
  const { org, contact, vendorId } = await aSentAssessment()
  const colleague = await org.run(org.as('procurement'), (ctx) => aContact(ctx, vendorId))
  expect(await org.run(contact, (ctx) => listRequests(ctx))).toHaveLength(1)
  expect(await org.run({ ...contact, contactId: colleague.id }, (ctx) => listRequests(ctx))).toEqual([])
})

test('agreements to sign are those sent to this vendor', async () => {
  const { org, contact, vendorId } = await aSentAssessment()
  await org.run(org.as('compliance'), async (ctx) => {
    await anAgreement(ctx, vendorId, { status: 'sent' })
    await anAgreement(ctx, vendorId, { status: 'draft' })
  })
  expect(await org.run(contact, (ctx) => listAgreementsToSign(ctx))).toMatchObject([{ status: 'sent' }])
})

test('the receipt names every answer and file, and its digest changes with any of them', async () => {
  const { org, contact, assessment } = await aSentAssessment()
  await org.run(contact, async (ctx) => {
    expect(() => receiptOf({ assessment: { submittedAt: null } } as never, 'en')).toThrow('portal.not_submitted')
    await answerEverything(ctx, assessment.id)
    await submitAssessment(ctx, { assessmentId: assessment.id, name: 'Huang', role: 'Security' })
  })
  const questions = await org.run(contact, async (ctx) => (await loadAnswering(ctx, assessment.id)).progress.questions)
  const receipt = () => org.run(contact, async (ctx) => receiptOf(await loadAnswering(ctx, assessment.id), 'en'))
  const before = await receipt()
  expect(before.sections.flatMap(({ answers: given }) => given)).toHaveLength(questions)
  expect(before.files).toMatchObject([{ questionId: 'GOV-05', name: 'licence.pdf' }])
  expect((await receipt()).digest).toBe(before.digest)
  await org.run(contact, ({ db }) => db.update(answers).set({ value: 'policy_only' }).where(eq(answers.questionId, 'LAW-02')))
  expect((await receipt()).digest).not.toBe(before.digest)
})

test('after a return only what was asked is on the page', async () => {
  const { org, contact, assessment } = await aSentAssessment()
  await org.run(contact, (ctx) => answerEverything(ctx, assessment.id))
  await org.run(org.as('compliance'), async ({ db, now }) => {
    await db.insert(clarifications).values({ orgId: org.orgId, id: newId(), assessmentId: assessment.id, questionId: 'INC-04', question: 'Sure?', askedBy: newId(), askedAt: now, sentAt: now })
    await db.update(assessments).set({ status: 'returned' }).where(eq(assessments.id, assessment.id))
  })
  await org.run(contact, async (ctx) => expect([...idsAskedFor(await loadAnswering(ctx, assessment.id))]).toEqual(['INC-04']))
})

test('a reassessment offers what was answered last time, a first assessment nothing', async () => {
  const { org, contact, assessment, vendorId, engagementId } = await aSentAssessment()
  await org.run(contact, async (ctx) => {
    await answerEverything(ctx, assessment.id)
    const answering = await loadAnswering(ctx, assessment.id)
    expect((await pageData(ctx, answering, idsOfSection(answering, 'LAW'))).last).toEqual({})
  })
  await org.run(org.as('procurement'), async (ctx) => {
    await ctx.db.update(assessments).set({ status: 'decided', decidedAt: ctx.now }).where(eq(assessments.id, assessment.id))
    await ctx.db.update(vendors).set({ status: 'active' }).where(eq(vendors.id, vendorId))
    const again = await sendAssessment(ctx, { engagementId, to: { contactId: contact.contactId }, dueOn: '2026-12-08' })
    expect(again.assessment.kind).toBe('reassessment')
  })
  await org.run(contact, async (ctx) => {
    const [again] = await listRequests(ctx)
    const answering = await loadAnswering(ctx, again!.id)
    expect(answering.progress.answered).toBe(0)
    expect((await pageData(ctx, answering, idsOfSection(answering, 'LAW'))).last['LAW-01']).toMatchObject({ value: 'yes', isNa: false })
  })
})

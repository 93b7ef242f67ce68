import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { confirmDecision } from '#app/domain/decisions/confirm-decision.server.ts'
import { proposeDecision } from '#app/domain/decisions/propose-decision.server.ts'
import { readDecision } from '#app/domain/decisions/read-decision.server.ts'
import type { Role } from '#app/domain/identity/actor.ts'
import { addNote } from '#app/domain/reviews/add-note.server.ts'
import { correctAnswer } from '#app/domain/reviews/correct-answer.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { assessments, engagements, findings, vendorBans } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Sent } from '#tests/support/assessment.ts'
import { actionsOf } from '#tests/support/person.ts'
import { aReviewedAssessment, aSubmittedAssessment, REVIEW_ROLES } from '#tests/support/review.ts'
import { anOrganisation } from '#tests/support/world.ts'

/** Logs are kept for three months only: a high finding. */
const SOFT = { 'ACC-06': 3 }

const propose = ({ org, assessment }: Sent, role: Role = 'compliance') => org.run(org.as(role), (ctx) => proposeDecision(ctx, assessment.id))
const confirm = ({ org, assessment }: Sent, role: Role = 'compliance_head', revision = 1) => org.run(org.as(role), (ctx) => confirmDecision(ctx, assessment.id, { revision }))
const vendorOf = ({ org, vendorId }: Sent) => org.run(org.as('compliance'), (ctx) => getVendor(ctx, vendorId))
const findingsOf = ({ org, assessment }: Sent) => org.run(org.as('compliance'), ({ db }) => db.select().from(findings).where(eq(findings.sourceId, assessment.id)))

describe('proposing', () => {
  test('writes down the model’s decision with every reason', async () => {
    const sent = await aReviewedAssessment({ values: SOFT })
    const decision = await propose(sent)
    expect(decision).toMatchObject({ proposedBy: sent.org.as('compliance').userId, confirmedAt: null, score: { explanation: { decision: { id: decision.outcome } } } })
    expect(await actionsOf(sent.org)).toContain('decision.propose')
  })

  test('again replaces the proposal', async () => {
    const sent = await aReviewedAssessment()
    const [first, second] = [await propose(sent), await propose(sent, 'compliance_head')]
    expect(second).toMatchObject({ id: first.id, revision: 2, proposedBy: sent.org.as('compliance_head').userId })
  })

  test('is refused without the permission, and finds nothing of another organisation', async () => {
    const [sent, other] = [await aReviewedAssessment(), await anOrganisation(...REVIEW_ROLES)]
    await expect(propose(sent, 'procurement')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(propose({ ...sent, org: other })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is refused while a gate fails, which is named', async () => {
    const noStatement = await aSubmittedAssessment()
    await expect(propose(noStatement)).rejects.toMatchObject({ code: 'conflict', key: 'review.gates_fail', data: { gates: 'G2, G5' } })
    const noImpactAssessment = await aReviewedAssessment({ engagement: { piaFileId: null, conflictStatement: null } })
    await expect(propose(noImpactAssessment)).rejects.toMatchObject({ data: { gates: 'G3, G5' } })
    const noBasis = await aReviewedAssessment({ intake: { 'IN-17': 'unclear' } })
    await expect(propose(noBasis)).rejects.toMatchObject({ data: { gates: 'G7' } })
  })

  test('is refused for a banned vendor', async () => {
    const sent = await aReviewedAssessment()
    await sent.org.run(sent.org.as('compliance'), ({ db }) =>
      db.insert(vendorBans).values({ orgId: sent.org.orgId, id: newId(), vendorId: sent.vendorId, fromOn: '2026-01-01', untilOn: '2028-12-31', reason: 'Data sold on.', createdAt: new Date('2026-01-01T00:00:00Z') }),
    )
    await expect(propose(sent)).rejects.toMatchObject({ data: { gates: 'G6' } })
  })

  test('is refused once the answers are back with the vendor', async () => {
    const sent = await aReviewedAssessment()
    await sent.org.run(sent.org.as('compliance'), ({ db }) => db.update(assessments).set({ status: 'returned' }).where(eq(assessments.id, sent.assessment.id)))
    await expect(propose(sent)).rejects.toMatchObject({ key: 'review.not_under_review' })
  })
})

describe('confirming', () => {
  test('decides, moves the vendor and raises the findings with their due dates', async () => {
    const sent = await aReviewedAssessment({ values: SOFT })
    const { outcome, residualH } = await propose(sent)
    const decision = await confirm(sent)
    expect(decision).toMatchObject({ outcome, confirmedBy: sent.org.as('compliance_head').userId, lapsesOn: '2027-11-24' })
    expect(await vendorOf(sent)).toMatchObject({ status: outcome === 'approve' ? 'approved' : 'conditional', residualH, residualLiveH: residualH })
    const raised = await findingsOf(sent)
    const { explanation, findings: shown } = await sent.org.run(sent.org.as('compliance'), (ctx) => readDecision(ctx, sent.assessment.id))
    expect(raised).toHaveLength(explanation.findings.length)
    expect(shown).toHaveLength(raised.length)
    expect(raised.find(({ itemId }) => itemId === 'ACC-06')).toMatchObject({ status: 'open', severity: 'high', dueOn: '2026-12-24', firstDueOn: '2026-12-24' })
  })

  test('a rejection turns the vendor away and leaves no finding to remedy', async () => {
    const sent = await aReviewedAssessment({ values: { 'ACC-08': 'refused' } })
    expect(await propose(sent)).toMatchObject({ outcome: 'reject' })
    expect(await confirm(sent)).toMatchObject({ lapsesOn: null })
    expect((await vendorOf(sent)).status).toBe('rejected')
    expect(await findingsOf(sent)).toEqual([])
  })

  test('is refused to who proposed it and to who asked for the vendor', async () => {
    const sent = await aReviewedAssessment()
    await propose(sent)
    await expect(confirm(sent, 'compliance')).rejects.toMatchObject({ code: 'forbidden', key: 'review.second_person_needed' })
    await sent.org.run(sent.org.as('compliance'), ({ db }) => db.update(engagements).set({ requesterId: sent.org.as('compliance_head').userId }).where(eq(engagements.id, sent.engagementId)))
    await expect(confirm(sent)).rejects.toMatchObject({ code: 'forbidden', key: 'review.requester_may_not' })
  })

  test('is refused without the permission, and finds nothing of another organisation', async () => {
    const [sent, other] = [await aReviewedAssessment(), await anOrganisation(...REVIEW_ROLES)]
    await propose(sent)
    await expect(confirm(sent, 'procurement')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(confirm({ ...sent, org: other })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is refused without a proposal', async () => {
    await expect(confirm(await aReviewedAssessment())).rejects.toMatchObject({ code: 'conflict', key: 'review.not_proposed' })
  })

  test('is refused when an answer has changed since, even one that moves no figure of the outcome; a note changes nothing', async () => {
    const sent = await aReviewedAssessment()
    await propose(sent)
    await sent.org.run(sent.org.as('compliance'), (ctx) => correctAnswer(ctx, sent.assessment.id, { questionId: 'LAW-04', value: 'partial', reason: 'Half of it.' }))
    await expect(confirm(sent)).rejects.toMatchObject({ code: 'conflict', key: 'review.changed_since_proposal' })
    await propose(sent)
    await sent.org.run(sent.org.as('compliance'), (ctx) => addNote(ctx, sent.assessment.id, { body: 'Seen.' }))
    expect(await confirm(sent, 'compliance_head', 2)).toMatchObject({ revision: 3 })
  })

  test('is refused when a gate has fallen since', async () => {
    const sent = await aReviewedAssessment()
    await propose(sent)
    await sent.org.run(sent.org.as('procurement'), ({ db }) => db.update(engagements).set({ conflictStatement: null }).where(eq(engagements.id, sent.engagementId)))
    await expect(confirm(sent)).rejects.toMatchObject({ code: 'conflict', key: 'review.gates_fail', data: { gates: 'G5' } })
  })

  test('twice at once, one wins', async () => {
    const sent = await aReviewedAssessment({ values: SOFT })
    await propose(sent)
    const results = await Promise.allSettled([confirm(sent), confirm(sent), confirm(sent)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
    expect(new Set((await findingsOf(sent)).map(({ itemId }) => itemId)).size).toBe((await findingsOf(sent)).length)
  })
})

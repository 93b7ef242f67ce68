import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { remindAssessment } from '#app/domain/assessments/remind-assessment.server.ts'
import { confirmDecision } from '#app/domain/decisions/confirm-decision.server.ts'
import { proposeDecision } from '#app/domain/decisions/propose-decision.server.ts'
import { readTrail } from '#app/domain/notifier/clock.server.ts'
import { enterByLink } from '#app/domain/portal/enter-by-link.server.ts'
import { makeLink } from '#app/domain/portal/make-link.server.ts'
import { moveVendor } from '#app/domain/vendors/move-vendor.server.ts'
import { withdrawVendor } from '#app/domain/vendors/withdraw-vendor.server.ts'
import type { VendorAction, VendorStatus } from '#app/domain/vendors/vendor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, assessments, engagements, links, trail, vendors } from '#db/schema/index.ts'
import { aSentAssessment, secretOf, type Sent } from '#tests/support/assessment.ts'
import { actionsOf, DEVICE } from '#tests/support/person.ts'
import { aReviewedAssessment } from '#tests/support/review.ts'
import { anAgreement } from '#tests/support/vendor.ts'
import { NOW, type TestOrganisation } from '#tests/support/world.ts'

const REASON = 'The service is not wanted any more.'
const job = ({ orgId }: TestOrganisation) => ({ kind: 'system', orgId, job: 'test' }) as const
const assessmentOf = ({ org, assessment }: Sent) => org.run(job(org), async ({ db }) => (await db.select().from(assessments).where(eq(assessments.id, assessment.id)))[0]!)
const enter = ({ org }: Sent, link: string) => org.run(job(org), (ctx) => enterByLink(ctx, { secret: secretOf(link), device: DEVICE }))
const homeLink = ({ org, contact, vendorId }: Sent) =>
  org.run(job(org), (ctx) => makeLink(ctx, { contactId: contact.contactId, vendorId, subjectType: 'home', days: 30 }))

test('giving a vendor up withdraws its open questionnaire with the reason, and its link opens nothing any more', async () => {
  const sent = await aSentAssessment()
  const { org, vendorId } = sent
  await org.run(org.as('procurement'), (ctx) => withdrawVendor(ctx, vendorId, { reason: REASON }))
  expect(await assessmentOf(sent)).toMatchObject({ status: 'withdrawn', withdrawalReason: REASON, withdrawnAt: NOW })
  expect(await enter(sent, sent.link)).toMatchObject({ outcome: 'refused', state: 'revoked' })
  const entries = await org.run(job(org), ({ db }) => db.select().from(trail).where(eq(trail.subjectId, sent.assessment.id)).orderBy(asc(trail.seq)))
  expect(JSON.parse(entries.at(-1)!.body)).toMatchObject({ action: 'assessment.withdraw', actor: { name: 'procurement' }, vendorId, data: { reason: REASON, linksClosed: 1 } })
})

test('nothing is sent about a questionnaire that ended with its vendor', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(sent.org.as('procurement'), (ctx) => withdrawVendor(ctx, sent.vendorId, { reason: REASON }))
  await expect(sent.org.run(sent.org.as('procurement'), (ctx) => remindAssessment(ctx, sent.assessment.id))).rejects.toMatchObject({ code: 'conflict' })
  await readTrail(sent.org.orgId, NOW)
  const open = await sent.org.run(job(sent.org), ({ db }) => db.select().from(links).where(and(eq(links.subjectType, 'assessment'), eq(links.subjectId, sent.assessment.id))))
  expect(open.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
})

test('an agreement that waits for signatures is void when the vendor is given up', async () => {
  const sent = await aSentAssessment()
  const { org, vendorId, contact } = sent
  const link = await org.run(job(org), async (ctx) => {
    await ctx.db.update(vendors).set({ status: 'contracting' }).where(eq(vendors.id, vendorId))
    const agreement = await anAgreement(ctx, vendorId, { status: 'sent' })
    return makeLink(ctx, { contactId: contact.contactId, vendorId, subjectType: 'agreement', subjectId: agreement.id, days: 30 })
  })
  await org.run(org.as('procurement'), (ctx) => withdrawVendor(ctx, vendorId, { reason: REASON }))
  expect(await org.run(job(org), ({ db }) => db.select().from(agreements))).toMatchObject([{ status: 'void', endReason: REASON }])
  expect(await enter(sent, link)).toMatchObject({ outcome: 'refused', state: 'revoked' })
  expect(await actionsOf(org)).toContain('agreement.void')
})

test.each([
  ['must_terminate', 'assessing'],
  ['must_terminate', 'suspended'],
  ['end', 'active'],
  ['reject', 'review'],
] satisfies [VendorAction, VendorStatus][])('%s from %s ends questionnaires and keeps the way to a case', async (action, from) => {
  const sent = await aSentAssessment()
  const home = await homeLink(sent)
  await sent.org.run(job(sent.org), async (ctx) => {
    await ctx.db.update(vendors).set({ status: from }).where(eq(vendors.id, sent.vendorId))
    await moveVendor(ctx, { vendorId: sent.vendorId, action })
  })
  expect(await assessmentOf(sent)).toMatchObject({ status: 'withdrawn', withdrawalReason: expect.stringMatching(/[。]$/) as string })
  expect(await enter(sent, sent.link)).toMatchObject({ outcome: 'refused', state: 'revoked' })
  expect(await enter(sent, home)).toMatchObject({ outcome: 'in' })
})

test('a suspended vendor goes on answering', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(job(sent.org), async (ctx) => {
    await ctx.db.update(vendors).set({ status: 'active' }).where(eq(vendors.id, sent.vendorId))
    await moveVendor(ctx, { vendorId: sent.vendorId, action: 'suspend' })
  })
  expect(await assessmentOf(sent)).toMatchObject({ status: 'invited' })
  expect(await enter(sent, sent.link)).toMatchObject({ outcome: 'in' })
})

test('a refusal decides its own questionnaire and withdraws that of another service', async () => {
  const sent = await aReviewedAssessment({ values: { 'LAW-03': 'yes' } })
  const { org, assessment, vendorId } = sent
  const other = await org.run(job(org), async ({ db }) => {
    const [engagement] = await db.select().from(engagements).where(eq(engagements.id, sent.engagementId))
    const [row] = await db.select().from(assessments).where(eq(assessments.id, assessment.id))
    const [engagementId, id] = [newId(), newId()]
    await db.insert(engagements).values({ ...engagement!, id: engagementId, ref: 'E-0002' })
    await db.insert(assessments).values({ ...row!, id, ref: 'A-0002', engagementId, status: 'in_progress' })
    return { ...sent, assessment: { ...assessment, id } }
  })
  await org.run(org.as('compliance'), (ctx) => proposeDecision(ctx, assessment.id))
  const decision = await org.run(org.as('compliance_head'), (ctx) => confirmDecision(ctx, assessment.id, { revision: 1 }))
  expect(decision.outcome).toBe('reject')
  expect(await assessmentOf(sent)).toMatchObject({ status: 'decided' })
  expect(await assessmentOf(other)).toMatchObject({ status: 'withdrawn' })
  expect(await org.run(job(org), ({ db }) => db.select().from(vendors).where(eq(vendors.id, vendorId)))).toMatchObject([{ status: 'rejected' }])
})

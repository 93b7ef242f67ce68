import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { extendAssessment } from '#app/domain/assessments/extend-assessment.server.ts'
import { getAssessment, countAssessments, listAssessments } from '#app/domain/assessments/queries.server.ts'
import { remindAssessment } from '#app/domain/assessments/remind-assessment.server.ts'
import { resendAssessment } from '#app/domain/assessments/resend-assessment.server.ts'
import { withdrawAssessment } from '#app/domain/assessments/withdraw-assessment.server.ts'
import type { Context } from '#app/domain/context.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { assessments, links, trail } from '#db/schema/index.ts'
import { aSentAssessment, type Sent } from '#tests/support/assessment.ts'
import { anOrganisation } from '#tests/support/world.ts'

const REASON = 'The auditors are away until then.'
type Change = (ctx: Context, assessmentId: string, revision?: number) => Promise<unknown>
const VERBS: [string, Change][] = [
  ['extend', (ctx, assessmentId, revision = 1) => extendAssessment(ctx, { assessmentId, dueOn: '2026-12-20', reason: REASON, revision })],
  ['withdraw', (ctx, assessmentId, revision = 1) => withdrawAssessment(ctx, { assessmentId, reason: REASON, revision })],
  ['remind', (ctx, assessmentId) => remindAssessment(ctx, assessmentId)],
  ['resend', (ctx, assessmentId) => resendAssessment(ctx, { assessmentId })],
]

const as = ({ org }: Sent, role: 'procurement' | 'auditor', work: (ctx: Context) => Promise<unknown>) => org.run(org.as(role), work)

test('an extension moves the due date, says why and keeps the links open longer', async () => {
  const sent = await aSentAssessment()
  await as(sent, 'procurement', async (ctx) => {
    const before = (await ctx.db.select().from(links).where(eq(links.subjectId, sent.assessment.id)))[0]!.expiresAt
    expect(await extendAssessment(ctx, { assessmentId: sent.assessment.id, dueOn: '2026-12-20', reason: REASON, revision: 1 })).toMatchObject({ dueOn: '2026-12-20', revision: 2 })
    const after = (await ctx.db.select().from(links).where(eq(links.subjectId, sent.assessment.id)))[0]!.expiresAt
    expect(after.getTime() - before.getTime()).toBe(12 * 86_400_000)
  })
  await as(sent, 'procurement', async ({ db }) => {
    const [entry] = await db.select().from(trail).where(eq(trail.action, 'assessment.extend'))
    expect(JSON.parse(entry!.body)).toMatchObject({ data: { reason: REASON, from: '2026-12-08', to: '2026-12-20' } })
  })
})

test('a withdrawn request closes its links', async () => {
  const sent = await aSentAssessment()
  await as(sent, 'procurement', async (ctx) => {
    await withdrawAssessment(ctx, { assessmentId: sent.assessment.id, reason: REASON, revision: 1 })
    expect(await getAssessment(ctx, sent.assessment.id)).toMatchObject({ status: 'withdrawn', withdrawalReason: REASON })
    expect((await ctx.db.select().from(links))[0]!.revokedAt).toEqual(ctx.now)
    expect((await getVendor(ctx, sent.vendorId)).status).toBe('assessing')
  })
})

test('sending again closes the older links and opens one for another person', async () => {
  const sent = await aSentAssessment()
  await as(sent, 'procurement', async (ctx) => {
    const to = { name: 'Li Na', email: 'li.na@vendor.example', language: 'en' as const }
    const { assessment, link } = await resendAssessment(ctx, { assessmentId: sent.assessment.id, to })
    expect(assessment.contactId).not.toBe(sent.contact.contactId)
    expect(link).not.toBe(sent.link)
    const all = await ctx.db.select().from(links).where(eq(links.subjectId, assessment.id))
    expect(all.map(({ contactId, revokedAt }) => [contactId, revokedAt !== null])).toEqual(
      expect.arrayContaining([[sent.contact.contactId, true], [assessment.contactId, false]]),
    )
  })
})

test('a reminder leaves the request as it is and tells the notifier who and by when', async () => {
  const sent = await aSentAssessment()
  await as(sent, 'procurement', (ctx) => remindAssessment(ctx, sent.assessment.id))
  await as(sent, 'procurement', async ({ db }) => {
    const [entry] = await db.select().from(trail).where(eq(trail.action, 'assessment.remind'))
    expect(JSON.parse(entry!.body).data).toMatchObject({ ref: 'A-0001', dueOn: '2026-12-08', contactId: sent.contact.contactId, answered: 0 })
  })
})

test.each(VERBS)('%s refuses without permission', async (_, change) => {
  const sent = await aSentAssessment()
  await expect(as(sent, 'auditor', (ctx) => change(ctx, sent.assessment.id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(sent.org.run(sent.contact, (ctx) => change(ctx, sent.assessment.id))).rejects.toMatchObject({ code: 'forbidden' })
})

test.each(VERBS)("%s does not find another organisation's request or a malformed id", async (_, change) => {
  const [sent, other] = [await aSentAssessment(), await anOrganisation('procurement')]
  for (const id of [sent.assessment.id, newId(), 'nonsense']) {
    await expect(other.run(other.as('procurement'), (ctx) => change(ctx, id))).rejects.toMatchObject({ code: 'not-found' })
  }
})

test.each(VERBS)('%s refuses once the request is decided', async (_, change) => {
  const sent = await aSentAssessment()
  await as(sent, 'procurement', ({ db }) => db.update(assessments).set({ status: 'decided' }).where(eq(assessments.id, sent.assessment.id)))
  await expect(as(sent, 'procurement', (ctx) => change(ctx, sent.assessment.id))).rejects.toMatchObject({ code: 'conflict' })
})

test.each(VERBS.slice(0, 2))('%s from an old page is a conflict, not a loss', async (_, change) => {
  const sent = await aSentAssessment()
  await as(sent, 'procurement', (ctx) => extendAssessment(ctx, { assessmentId: sent.assessment.id, dueOn: '2026-12-11', reason: REASON, revision: 1 }))
  await expect(as(sent, 'procurement', (ctx) => change(ctx, sent.assessment.id, 1))).rejects.toMatchObject({ key: 'errors.changed_meanwhile' })
})

test('the list shows the longest overdue first, page by page, each once', async () => {
  const org = await anOrganisation('procurement', 'compliance', 'auditor', 'admin')
  const days = ['2026-11-20', '2026-12-30', '2026-11-20', '2026-12-01', '2026-11-23']
  for (const dueOn of days) {
    const { assessment } = await aSentAssessment({ org })
    await org.run(org.as('procurement'), ({ db }) => db.update(assessments).set({ dueOn }).where(eq(assessments.id, assessment.id)))
  }
  await org.run(org.as('auditor'), async (ctx) => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listAssessments(ctx, { view: 'vendor', after, limit: 2 })
      seen.push(...page.rows.map(({ dueOn }) => dueOn))
      after = page.next
    } while (after)
    expect(seen).toEqual([...days].sort())
    expect(await countAssessments(ctx)).toEqual({ vendor: 5, company: 0, finished: 0, overdue: 3 })
    const [first] = (await listAssessments(ctx, { view: 'vendor' })).rows
    expect((await listAssessments(ctx, { view: 'vendor', find: first!.ref })).rows).toHaveLength(1)
    expect((await listAssessments(ctx, { view: 'vendor', find: '100%_\\' })).rows).toEqual([])
    expect((await listAssessments(ctx, { view: 'vendor', after: "' or 1=1" })).rows).toHaveLength(5)
  })
})

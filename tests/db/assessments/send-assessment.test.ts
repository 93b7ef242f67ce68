import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sendAssessment } from '#app/domain/assessments/send-assessment.server.ts'
import { withdrawAssessment } from '#app/domain/assessments/withdraw-assessment.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { engagements, links, questionnaireVersions, trail, vendorContacts } from '#db/schema/index.ts'
import { aReadyVendor } from '#tests/support/assessment.ts'
import { anOrganisation } from '#tests/support/world.ts'

const DUE = '2026-12-08'

test('sends the full questionnaire, starts the assessment and gives a link whose secret is stored nowhere', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { vendor, person, engagement } = await aReadyVendor(ctx)
    const { assessment, link } = await sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: DUE, message: 'Please be brief.' })
    expect(assessment).toMatchObject({ ref: 'A-0001', status: 'invited', profile: 'full', tier: 'T3', kind: 'initial', dueOn: DUE, requiredCount: 57, message: 'Please be brief.' })
    expect((await getVendor(ctx, vendor.id)).status).toBe('assessing')
    const [stored] = await ctx.db.select().from(links).where(eq(links.subjectId, assessment.id))
    expect(stored).toMatchObject({ contactId: person.id, usedAt: null, revokedAt: null })
    expect(link).toMatch(/\/l\/[\w-]{22}\.[\w-]{43}$/)
    expect(stored!.tokenHash).not.toContain(link.split('.').at(-1))
  })
  await org.run(org.as('procurement'), async (ctx) => {
    const [sent] = await ctx.db.select().from(trail).where(eq(trail.action, 'assessment.send'))
    expect(sent!.body).toContain('"dueOn":"2026-12-08"')
    expect(sent!.body).not.toMatch(/\/l\//)
  })
})

test('a T4 vendor gets the lite questionnaire', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { person, engagement } = await aReadyVendor(ctx, { tier: 'T4' })
    const { assessment } = await sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: DUE })
    expect(assessment.profile).toBe('lite')
    expect(assessment.requiredCount).toBeLessThan(35)
  })
})

test('the questionnaire is published once and every request refers to it', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    for (let index = 0; index < 2; index++) {
      const { person, engagement } = await aReadyVendor(ctx)
      await sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: DUE })
    }
    expect(await ctx.db.select().from(questionnaireVersions)).toHaveLength(1)
  })
})

test('adds a new person of the vendor, and takes a known address for the same person', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { vendor, engagement } = await aReadyVendor(ctx)
    const to = { name: '黄志远', email: 'huang@yunfan.example', language: 'zh-CN' as const }
    const { assessment } = await sendAssessment(ctx, { engagementId: engagement.id, to, dueOn: DUE })
    await withdrawAssessment(ctx, { assessmentId: assessment.id, reason: 'sent to the wrong person' })
    const again = await sendAssessment(ctx, { engagementId: engagement.id, to: { ...to, email: 'HUANG@yunfan.example' }, dueOn: DUE })
    expect(again.assessment.contactId).toBe(assessment.contactId)
    const people = await ctx.db.select().from(vendorContacts).where(eq(vendorContacts.vendorId, vendor.id))
    expect(people.map(({ name }) => name)).toContain('黄志远')
    expect(people).toHaveLength(2)
  })
})

test('refuses a second request while one is open', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { person, engagement } = await aReadyVendor(ctx)
    const send = () => sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: DUE })
    await send()
    await expect(send()).rejects.toMatchObject({ code: 'conflict', key: 'assessments.already_open' })
  })
})

test.each(['auditor', 'executive', 'business_owner'] as const)('refuses the role %s', async (role) => {
  const org = await anOrganisation('procurement', role)
  const ready = await org.run(org.as('procurement'), (ctx) => aReadyVendor(ctx))
  const sending = org.run(org.as(role), (ctx) => sendAssessment(ctx, { engagementId: ready.engagement.id, to: { contactId: ready.person.id }, dueOn: DUE }))
  await expect(sending).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's request, an unknown one or a malformed id", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const ready = await one.run(one.as('procurement'), (ctx) => aReadyVendor(ctx))
  for (const engagementId of [ready.engagement.id, newId(), 'nonsense']) {
    const sending = two.run(two.as('procurement'), (ctx) => sendAssessment(ctx, { engagementId, to: { contactId: ready.person.id }, dueOn: DUE }))
    await expect(sending).rejects.toMatchObject({ code: 'not-found' })
  }
})

test("does not find another vendor's person", async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const [ready, other] = [await aReadyVendor(ctx), await aReadyVendor(ctx)]
    const sending = sendAssessment(ctx, { engagementId: ready.engagement.id, to: { contactId: other.person.id }, dueOn: DUE })
    await expect(sending).rejects.toMatchObject({ code: 'not-found' })
  })
})

test.each(['draft', 'rejected', 'contracting', 'terminated', 'banned', 'withdrawn'] as const)('refuses while the vendor is %s', async (status) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { person, engagement } = await aReadyVendor(ctx, { status })
    const sending = sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: DUE })
    await expect(sending).rejects.toMatchObject({ code: 'conflict', key: 'assessments.vendor_not_ready' })
  })
})

test('an approved vendor is assessed again once that is due, an active one stays active', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const approved = await aReadyVendor(ctx, { status: 'approved' })
    const send = (ready: typeof approved) => sendAssessment(ctx, { engagementId: ready.engagement.id, to: { contactId: ready.person.id }, dueOn: DUE })
    await expect(send(approved)).rejects.toMatchObject({ key: 'assessments.not_due' })
    const active = await aReadyVendor(ctx, { status: 'active' })
    expect((await send(active)).assessment.kind).toBe('reassessment')
    expect((await getVendor(ctx, active.vendor.id)).status).toBe('active')
  })
})

test.each([['2026-11-24', 'today'], ['2026-11-23', 'yesterday'], ['2027-06-01', 'more than half a year ahead']])('refuses the due date %s: %s', async (dueOn) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { person, engagement } = await aReadyVendor(ctx)
    const sending = sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn })
    await expect(sending).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'dueOn' }] })
  })
})

test('refuses a request that was not submitted yet', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { person, engagement } = await aReadyVendor(ctx)
    await ctx.db.update(engagements).set({ status: 'draft' }).where(eq(engagements.id, engagement.id))
    const sending = sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: DUE })
    await expect(sending).rejects.toMatchObject({ key: 'assessments.request_not_submitted' })
  })
})

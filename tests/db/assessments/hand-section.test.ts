import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { handSection } from '#app/domain/assessments/hand-section.server.ts'
import { saveAnswer } from '#app/domain/assessments/save-answer.server.ts'
import type { Actor } from '#app/domain/identity/actor.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { enterByLink } from '#app/domain/portal/enter-by-link.server.ts'
import { taskList } from '#app/domain/portal/page-data.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { assessments, vendorContacts } from '#db/schema/index.ts'
import { aSentAssessment, secretOf, type Sent } from '#tests/support/assessment.ts'

const LI_NA = { name: 'Li Na', email: 'li.na@vendor.example', language: 'zh-CN' as const }
const hand = ({ org, contact, assessment }: Sent, to: Parameters<typeof handSection>[1]['to'] = LI_NA, actor: Actor = contact) =>
  org.run(actor, (ctx) => handSection(ctx, { assessmentId: assessment.id, section: 'ENC', to }))

test('a colleague is added, gets an own link, and the section waits for her until it is complete', async () => {
  const sent = await aSentAssessment()
  const { colleague, link } = await hand(sent)
  expect(colleague).toMatchObject({ name: 'Li Na', isPrimary: false, vendorId: sent.vendorId })
  const entry = await sent.org.run({ kind: 'system', orgId: sent.org.orgId, job: 'portal' }, (ctx) => enterByLink(ctx, { secret: secretOf(link), device: { ip: '203.0.113.9' } }))
  expect(entry).toMatchObject({ outcome: 'in', link: { contact: { id: colleague.id } } })
  const tasks = await sent.org.run(sent.contact, async (ctx) => taskList(ctx, await loadAnswering(ctx, sent.assessment.id)))
  expect(tasks.find(({ id }) => id === 'ENC')).toMatchObject({ waitingFor: 'Li Na' })
  const saved = await sent.org.run({ ...sent.contact, contactId: colleague.id, name: 'Li Na' }, (ctx) =>
    saveAnswer(ctx, { assessmentId: sent.assessment.id, questionId: 'ENC-01', given: { value: 'none', isNa: false }, revision: 0 }),
  )
  expect(saved.written.outcome).toBe('saved')
})

test('a known colleague is chosen; people of other companies are refused', async () => {
  const sent = await aSentAssessment()
  const first = await hand(sent)
  const second = await hand(sent, { contactId: first.colleague.id })
  expect(second.colleague.id).toBe(first.colleague.id)
  await expect(hand(sent, { ...LI_NA, email: 'li.na@elsewhere.example' })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'email', key: 'portal.hand.other_domain', data: { domain: 'vendor.example' } }] })
  const people = await sent.org.run(sent.contact, ({ db }) => db.select().from(vendorContacts).where(eq(vendorContacts.vendorId, sent.vendorId)))
  expect(people).toHaveLength(2)
})

test('members cannot hand on, strangers and their people are not found', async () => {
  const [sent, other] = [await aSentAssessment(), await aSentAssessment()]
  await expect(hand(sent, LI_NA, sent.org.as('compliance'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(hand(sent, LI_NA, { ...other.contact, orgId: sent.org.orgId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(hand(sent, { contactId: other.contact.contactId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(hand(sent, { contactId: newId() })).rejects.toMatchObject({ code: 'not-found' })
})

test('nothing is handed on once the answers are in', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(sent.contact, ({ db }) => db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.id, sent.assessment.id)))
  await expect(hand(sent)).rejects.toMatchObject({ code: 'conflict', key: 'portal.not_open' })
})

import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { handSection } from '#app/domain/assessments/hand-section.server.ts'
import { remindAssessment } from '#app/domain/assessments/remind-assessment.server.ts'
import { resendAssessment } from '#app/domain/assessments/resend-assessment.server.ts'
import { readTrail } from '#app/domain/notifier/clock.server.ts'
import { requestLink } from '#app/domain/portal/request-link.server.ts'
import { deliveries } from '#db/schema/index.ts'
import { aSentAssessment, secretOf, type Sent } from '#tests/support/assessment.ts'
import { NOW } from '#tests/support/world.ts'

const system = ({ org }: Sent) => ({ kind: 'system', orgId: org.orgId, job: 'test' }) as const
const mails = async (sent: Sent, template: string) => {
  await readTrail(sent.org.orgId, NOW)
  await readTrail(sent.org.orgId, NOW)
  return sent.org.run(system(sent), ({ db }) => db.select().from(deliveries).where(and(eq(deliveries.template, template))))
}

test('a reminder mails the invitation once more, with a fresh link, and once', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(sent.org.as('procurement'), (ctx) => remindAssessment(ctx, sent.assessment.id))
  const [mail, ...more] = await mails(sent, 'questionnaire-invitation')
  expect(more).toEqual([])
  expect(mail).toMatchObject({ recipient: sent.contact.contactId, channel: 'email', status: 'pending' })
  expect(mail!.link).toMatch(/\/l\/[\w-]{22}\.[\w-]{43}$/)
  expect(mail!.text).toContain('57题')
})

test('what is sent again or handed on is mailed to the new person', async () => {
  const sent = await aSentAssessment()
  const to = (name: string) => ({ name, email: `${name}@vendor.example`, language: 'en' as const })
  const handed = await sent.org.run(sent.contact, (ctx) => handSection(ctx, { assessmentId: sent.assessment.id, section: 'ENC', to: to('lina') }))
  const again = await sent.org.run(sent.org.as('procurement'), (ctx) => resendAssessment(ctx, { assessmentId: sent.assessment.id, to: to('wubo') }))
  const found = await mails(sent, 'questionnaire-invitation')
  expect(found.map(({ recipient, language }) => [recipient, language]).sort()).toEqual([[handed.colleague.id, 'en'], [again.assessment.contactId, 'en']].sort())
  expect(found.find(({ recipient }) => recipient === handed.colleague.id)!.text).toContain(sent.contact.name)
})

test('a contact who asks for a new link reaches the sender, in the app and by mail', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(system(sent), (ctx) => requestLink(ctx, secretOf(sent.link)))
  const found = await mails(sent, 'link-requested')
  expect(found.map(({ channel, recipient }) => [channel, recipient]).sort()).toEqual([['email', sent.org.as('procurement').userId], ['in_app', sent.org.as('procurement').userId]])
  expect(found[0]!.link).toMatch(new RegExp(`/assessments/${sent.assessment.id}/sending$`))
  expect(found[0]!.text).toContain(sent.contact.name)
})

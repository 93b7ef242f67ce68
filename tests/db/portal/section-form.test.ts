import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { documentField } from '#app/domain/portal/document-fields.ts'
import { saveReplies, saveSectionForm } from '#app/domain/portal/section-form.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { answers, assessments, clarifications, evidence } from '#db/schema/index.ts'
import { aSentAssessment, type Sent } from '#tests/support/assessment.ts'

type Fields = [string, string | File][]

const save = ({ org, contact, assessment }: Sent, section: string, fields: Fields, actor = contact) =>
  org.run(actor, (ctx) => {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    return saveSectionForm(ctx, { assessmentId: assessment.id, form, belongs: (question) => question.section === section })
  })
const stored = ({ org, contact, assessment }: Sent, questionId: string) =>
  org.run(contact, async ({ db }) => (await db.select().from(answers).where(and(eq(answers.assessmentId, assessment.id), eq(answers.questionId, questionId))))[0])
const pdf = (text: string, name = 'plan.pdf') => new File([`%PDF-1.7\n${text}`], name)

test('a whole page is saved at once: answers, rows, a file with its answer, and what the file is', async () => {
  const sent = await aSentAssessment()
  const first = await save(sent, 'GOV', [
    ['GOV-01', 'none'], ['GOV-01.revision', '0'],
    ['GOV-02.0.role', 'privacy_lead'], ['GOV-02.0.name', 'Li Na'], ['GOV-02.0.phone', '020 5550 0199'], ['GOV-02.0.email', 'li.na@vendor.example'], ['GOV-02.revision', '0'],
    ['GOV-03', 'no'], ['GOV-03.note', 'Being written.'], ['GOV-05.file', pdf('licence', 'licence.pdf')],
  ])
  expect(first).toEqual({ refused: {}, documents: [] })
  expect((await stored(sent, 'GOV-03'))!).toMatchObject({ value: 'no', note: 'Being written.', revision: 1 })
  expect((await stored(sent, 'GOV-02'))!.value).toHaveLength(1)
  const [evidenceId] = (await stored(sent, 'GOV-05'))!.value as string[]
  await save(sent, 'GOV', [[documentField(evidenceId!, 'type'), 'registration'], [documentField(evidenceId!, 'issuedOn'), '2020-05-06'], [documentField(evidenceId!, 'expiresOn'), '']])
  const [row] = await sent.org.run(sent.contact, ({ db }) => db.select().from(evidence).where(eq(evidence.id, evidenceId!)))
  expect(row).toMatchObject({ type: 'registration', issuedOn: '2020-05-06', expiresOn: null })
  await save(sent, 'GOV', [['GOV-05.detach', evidenceId!]])
  expect((await stored(sent, 'GOV-05'))!.value).toBeNull()
  await save(sent, 'GOV', [['GOV-05.reuse', evidenceId!]])
  expect((await stored(sent, 'GOV-05'))!.value).toEqual([evidenceId])
})

test('what cannot stand is refused with what was typed, the rest of the page is saved', async () => {
  const sent = await aSentAssessment()
  const { refused, documents } = await save(sent, 'INC', [['INC-03', '9999'], ['INC-04', 'none'], ['INC-01.file', pdf('x', 'plan.exe')], ['INC-01', 'yes']])
  expect(refused).toMatchObject({ 'INC-03': { given: { value: 9999 }, problems: [{ code: 'answer.out_of_range' }] } })
  expect(documents).toMatchObject([{ questionId: 'INC-01', name: 'plan.exe', key: 'portal.evidence.type_not_allowed' }])
  expect((await stored(sent, 'INC-04'))!.value).toBe('none')
  expect(await stored(sent, 'INC-03')).toBeUndefined()
})

test('a page that was opened before somebody else saved brings both texts back', async () => {
  const sent = await aSentAssessment()
  await save(sent, 'LAW', [['LAW-02', 'none'], ['LAW-02.note', 'first'], ['LAW-02.revision', '0']])
  const { refused } = await save(sent, 'LAW', [['LAW-02', 'none'], ['LAW-02.note', 'second'], ['LAW-02.revision', '0']])
  expect(refused['LAW-02']).toMatchObject({ given: { note: 'second' }, theirs: { note: 'first', revision: 1, by: sent.contact.name } })
  await save(sent, 'LAW', [['LAW-02', 'none'], ['LAW-02.note', 'second'], ['LAW-02.revision', '1']])
  expect((await stored(sent, 'LAW-02'))!.note).toBe('second')
})

test('fields of questions that are not on the page are left alone', async () => {
  const sent = await aSentAssessment()
  await save(sent, 'LAW', [['GOV-01', 'none'], ['LAW-01', 'yes']])
  expect(await stored(sent, 'GOV-01')).toBeUndefined()
  expect((await stored(sent, 'LAW-01'))!.value).toBe('yes')
})

test('strangers and members save nothing', async () => {
  const [sent, other] = [await aSentAssessment(), await aSentAssessment()]
  await expect(save(sent, 'LAW', [['LAW-01', 'yes']], { ...other.contact, orgId: sent.org.orgId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(save(sent, 'LAW', [['LAW-01', 'yes']], sent.org.as('compliance') as never)).rejects.toMatchObject({ code: 'forbidden' })
})

test('replies travel with the page', async () => {
  const sent = await aSentAssessment()
  const id = newId()
  await sent.org.run(sent.org.as('compliance'), async ({ db, now }) => {
    await db.insert(clarifications).values({ orgId: sent.org.orgId, id, assessmentId: sent.assessment.id, questionId: 'LAW-02', question: 'Who?', askedBy: newId(), askedAt: now, sentAt: now })
    await db.update(assessments).set({ status: 'returned' }).where(eq(assessments.id, sent.assessment.id))
  })
  const form = new FormData()
  form.append(`reply.${id}`, ' The head of operations. ')
  await sent.org.run(sent.contact, (ctx) => saveReplies(ctx, { assessmentId: sent.assessment.id, form }))
  const { asked } = await sent.org.run(sent.contact, (ctx) => loadAnswering(ctx, sent.assessment.id))
  expect(asked).toMatchObject([{ reply: 'The head of operations.' }])
})

import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { saveAnswer } from '#app/domain/assessments/save-answer.server.ts'
import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import { withdrawAssessment } from '#app/domain/assessments/withdraw-assessment.server.ts'
import type { Actor } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { answers, assessments, trail } from '#db/schema/index.ts'
import { aSentAssessment, type Sent } from '#tests/support/assessment.ts'
import { aContact } from '#tests/support/vendor.ts'

const save = ({ org, contact, assessment }: Sent, questionId: string, given: Partial<GivenAnswer>, revision = 0, actor: Actor = contact) =>
  org.run(actor, (ctx) => saveAnswer(ctx, { assessmentId: assessment.id, questionId, given: { isNa: false, ...given }, revision }))

const stored = ({ org, contact, assessment }: Sent, questionId: string) =>
  org.run(contact, async ({ db }) => (await db.select().from(answers).where(and(eq(answers.assessmentId, assessment.id), eq(answers.questionId, questionId))))[0])

test('the first answer is saved, starts the work and counts', async () => {
  const sent = await aSentAssessment()
  const { written, progress } = await save(sent, 'LAW-01', { value: 'yes' })
  expect(written).toMatchObject({ outcome: 'saved', revision: 1 })
  expect(progress).toMatchObject({ answered: 1, questions: 57 })
  await sent.org.run(sent.contact, async ({ db }) => {
    const [row] = await db.select().from(assessments).where(eq(assessments.id, sent.assessment.id))
    expect(row).toMatchObject({ status: 'in_progress', answeredCount: 1, requiredCount: 57 })
    const actions = (await db.select().from(trail).where(eq(trail.subjectId, sent.assessment.id))).map(({ action, actorName }) => [action, actorName])
    expect(actions).toEqual(expect.arrayContaining([['assessment.start', sent.contact.name], ['answer.save', sent.contact.name]]))
  })
})

test('of fifty people who save one answer at once, one wins each revision and the others see its text', async () => {
  const sent = await aSentAssessment()
  const results = await Promise.all(Array.from({ length: 50 }, (_, n) => save(sent, 'LAW-02', { value: 'none', note: `text ${n}` })))
  const saved = results.filter(({ written }) => written.outcome === 'saved')
  expect(saved).toHaveLength(1)
  const note = (await stored(sent, 'LAW-02'))!.note
  for (const { written } of results) {
    if (written.outcome === 'conflict') expect(written.theirs).toMatchObject({ note, revision: 1, by: sent.contact.name })
    else expect(written).toMatchObject({ outcome: 'saved', revision: 1 })
  }
  expect(await save(sent, 'LAW-02', { value: 'none', note: 'after reading theirs' }, 1)).toMatchObject({ written: { outcome: 'saved', revision: 2 } })
})

test('the same answer again, with whatever revision, is no conflict and no second revision', async () => {
  const sent = await aSentAssessment()
  await save(sent, 'ENC-03', { value: ['screen', 'logs'] })
  expect((await save(sent, 'ENC-03', { value: ['logs', 'screen'] })).written).toMatchObject({ outcome: 'saved', revision: 1, changed: false })
  expect((await stored(sent, 'ENC-03'))!.revision).toBe(1)
})

test('rows and reasons that are not finished are kept, but do not count as answered', async () => {
  const sent = await aSentAssessment()
  const half = await save(sent, 'TRN-04', { value: [{ site: 'Guangzhou' }] })
  expect(half.written.outcome).toBe('saved')
  expect(half.progress.gaps.find(({ questionId }) => questionId === 'TRN-04')?.problem?.code).toBe('answer.cell_required')
  const brief = await save(sent, 'ENC-07', { isNa: true, naReason: 'not built' })
  expect(brief.progress.gaps.find(({ questionId }) => questionId === 'ENC-07')?.problem?.code).toBe('answer.na_justification')
  const long = await save(sent, 'ENC-07', { isNa: true, naReason: 'No software is written for this service.' }, 1)
  expect(long.progress.gaps.some(({ questionId }) => questionId === 'ENC-07')).toBe(false)
})

test.each<[string, Partial<GivenAnswer>, string]>([
  ['GOV-01', { value: 'platinum' }, 'answer.unknown_option'],
  ['ACC-04', { value: 9_999_999 }, 'answer.out_of_range'],
  ['ACC-04', { value: '一天' }, 'answer.not_a_number'],
  ['INC-02', { value: '2026-11-25' }, 'answer.date_too_late'],
  ['ENC-03', { value: ['none', 'screen'] }, 'answer.exclusive'],
  ['LAW-01', { isNa: true, naReason: 'This question is for somebody else.' }, 'answer.na_not_allowed'],
  ['INC-05', { value: '字'.repeat(4001) }, 'answer.too_long'],
])('%s refuses what cannot be its answer and stores nothing', async (questionId, given, code) => {
  const sent = await aSentAssessment()
  expect((await save(sent, questionId, given)).written).toMatchObject({ outcome: 'invalid', problems: [{ code }] })
  expect(await stored(sent, questionId)).toBeUndefined()
})

test('names with rare characters, emoji and direction marks come back as they went in', async () => {
  const sent = await aSentAssessment()
  const text = '𠮷野家 👩‍👩‍👧 \u202etxt\u202c العربية'
  await save(sent, 'INC-05', { value: text })
  expect((await stored(sent, 'INC-05'))!.value).toBe(text)
})

test("the answer of a question that is hidden again is kept", async () => {
  const sent = await aSentAssessment()
  await save(sent, 'INC-04', { value: 'handled' })
  await save(sent, 'INC-05', { value: 'A list went to a private mailbox.' })
  const { progress } = await save(sent, 'INC-04', { value: 'none' }, 1)
  expect(progress.visible).not.toContain('INC-05')
  expect((await stored(sent, 'INC-05'))!.value).toBe('A list went to a private mailbox.')
})

test('members of the organisation cannot answer for the vendor', async () => {
  const sent = await aSentAssessment()
  for (const role of ['procurement', 'compliance', 'admin'] as const) {
    await expect(save(sent, 'LAW-01', { value: 'yes' }, 0, sent.org.as(role))).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test("a colleague without a link, another vendor's contact and another organisation's find nothing", async () => {
  const [sent, other, foreign] = [await aSentAssessment(), await aSentAssessment(), await aSentAssessment()]
  const colleague = await sent.org.run(sent.org.as('procurement'), (ctx) => aContact(ctx, sent.vendorId))
  const strangers: Actor[] = [
    { ...sent.contact, contactId: colleague.id },
    { ...sent.contact, contactId: other.contact.contactId, vendorId: other.vendorId },
    foreign.contact,
    { ...sent.contact, orgId: foreign.org.orgId },
  ]
  for (const actor of strangers) await expect(save(sent, 'LAW-01', { value: 'yes' }, 0, actor)).rejects.toMatchObject({ code: 'not-found' })
})

test('a question that is not part of the request, and a malformed id, are not found', async () => {
  const lite = await aSentAssessment({ tier: 'T4' })
  for (const questionId of ['ACC-03', 'ZZZ-01', '__proto__']) await expect(save(lite, questionId, { value: 'yes' })).rejects.toMatchObject({ code: 'not-found' })
  for (const id of [newId(), 'nonsense']) {
    const saving = lite.org.run(lite.contact, (ctx) => saveAnswer(ctx, { assessmentId: id, questionId: 'LAW-01', given: { isNa: false }, revision: 0 }))
    await expect(saving).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('nothing can be changed once the request was withdrawn', async () => {
  const sent = await aSentAssessment()
  await sent.org.run(sent.org.as('procurement'), (ctx) => withdrawAssessment(ctx, { assessmentId: sent.assessment.id, reason: 'no longer needed' }))
  await expect(save(sent, 'LAW-01', { value: 'yes' })).rejects.toMatchObject({ code: 'conflict', key: 'portal.not_open' })
})

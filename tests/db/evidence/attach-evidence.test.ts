import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attachEvidence } from '#app/domain/evidence/attach-evidence.server.ts'
import { attachUpload, requireUploadPlace } from '#app/domain/evidence/attach-upload.server.ts'
import { describeEvidence } from '#app/domain/evidence/describe-evidence.server.ts'
import { openFile } from '#app/domain/evidence/open-file.server.ts'
import { listDocuments } from '#app/domain/evidence/queries.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { removeEvidence } from '#app/domain/evidence/remove-evidence.server.ts'
import type { Actor } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { listStored } from '#app/platform/stored-files.server.ts'
import { answerEvidence, answers } from '#db/schema/index.ts'
import { aPdf, aSentAssessment, type Sent } from '#tests/support/assessment.ts'
import { anOrganisation } from '#tests/support/world.ts'

const upload = async ({ org, contact, assessment }: Sent, questionId: string, text = 'one', actor: Actor = contact) => {
  const file = await receiveFile(org.orgId, aPdf(text))
  return org.run(actor, (ctx) => attachUpload(ctx, { assessmentId: assessment.id, questionId, file }))
}
const attach = ({ org, contact, assessment }: Sent, questionId: string, evidenceId: string, actor: Actor = contact) =>
  org.run(actor, (ctx) => attachEvidence(ctx, { assessmentId: assessment.id, questionId, evidenceId }))
const remove = ({ org, contact, assessment }: Sent, questionId: string, evidenceId: string, actor: Actor = contact) =>
  org.run(actor, (ctx) => removeEvidence(ctx, { assessmentId: assessment.id, questionId, evidenceId }))
const describe = ({ org, contact }: Sent, evidenceId: string, given = {}, actor: Actor = contact) =>
  org.run(actor, (ctx) => describeEvidence(ctx, { evidenceId, type: 'policy', ...given }))
const documents = ({ org, contact, vendorId }: Sent) => org.run(contact, (ctx) => listDocuments(ctx, vendorId))
const filesOf = ({ org }: Sent) => listStored(org.orgId, { now: new Date(Date.now() + 86_400_000), olderThanHours: 0 })

test('an uploaded document belongs to the answer, its type taken from what the question asks for', async () => {
  const sent = await aSentAssessment()
  const { evidenceId, documents: attached } = await upload(sent, 'GOV-03')
  expect(attached).toMatchObject([{ id: evidenceId, name: 'licence.pdf', type: 'policy', issuedOn: null }])
  expect(attached[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('for a file question the documents are the answer', async () => {
  const sent = await aSentAssessment()
  const { evidenceId, progress, revision } = await upload(sent, 'GOV-05')
  expect(progress.gaps.some(({ questionId }) => questionId === 'GOV-05')).toBe(false)
  expect(revision).toBe(1)
  const value = () => sent.org.run(sent.contact, async ({ db }) => (await db.select().from(answers).where(eq(answers.questionId, 'GOV-05')))[0]!.value)
  expect(await value()).toEqual([evidenceId])
  const after = await remove(sent, 'GOV-05', evidenceId)
  expect(after).toMatchObject({ documents: [], revision: 2 })
  expect(await value()).toBeNull()
  expect(after.progress.gaps.some(({ questionId }) => questionId === 'GOV-05')).toBe(true)
})

test('the same bytes given again are the same document, kept once', async () => {
  const sent = await aSentAssessment()
  const first = await upload(sent, 'GOV-03', 'policy')
  const second = await upload(sent, 'INC-01', 'policy')
  expect(second.evidenceId).toBe(first.evidenceId)
  expect(await documents(sent)).toHaveLength(1)
  expect(await filesOf(sent)).toHaveLength(1)
})

test('a document is used for another answer, taken away and given again; a rejection stays with it', async () => {
  const sent = await aSentAssessment()
  const { evidenceId } = await upload(sent, 'GOV-03')
  expect((await attach(sent, 'INC-01', evidenceId)).documents).toHaveLength(1)
  const own = and(eq(answerEvidence.questionId, 'INC-01'), eq(answerEvidence.evidenceId, evidenceId))
  await sent.org.run(sent.org.as('compliance'), ({ db }) => db.update(answerEvidence).set({ verdict: 'rejected' }).where(own))
  expect((await remove(sent, 'INC-01', evidenceId)).documents).toEqual([])
  await attach(sent, 'INC-01', evidenceId)
  const [row] = await sent.org.run(sent.contact, ({ db }) => db.select().from(answerEvidence).where(own))
  expect(row).toMatchObject({ verdict: 'rejected', withdrawnAt: null })
  expect(await documents(sent)).toHaveLength(1)
})

test('twenty documents a question and no more; the twenty-first leaves no file', async () => {
  const sent = await aSentAssessment()
  for (let n = 0; n < 20; n++) await upload(sent, 'GOV-03', `document ${n}`)
  await expect(upload(sent, 'GOV-03', 'one too many')).rejects.toMatchObject({ code: 'conflict', key: 'portal.evidence.too_many', data: { most: 20 } })
  const place = { assessmentId: sent.assessment.id, questionId: 'GOV-03' }
  await expect(sent.org.run(sent.contact, (ctx) => requireUploadPlace(ctx, place))).rejects.toMatchObject({ key: 'portal.evidence.too_many' })
  expect(await filesOf(sent)).toHaveLength(20)
}, 60_000)

test('a question that asks for no document takes none, and an unknown one is not found', async () => {
  const sent = await aSentAssessment()
  await expect(upload(sent, 'LAW-01')).rejects.toMatchObject({ code: 'conflict', key: 'portal.evidence.not_asked' })
  await expect(upload(sent, 'ZZZ-01')).rejects.toMatchObject({ code: 'not-found' })
  expect(await filesOf(sent)).toEqual([])
})

test('type and dates are said once for the document, wherever it is used', async () => {
  const sent = await aSentAssessment()
  const { evidenceId } = await upload(sent, 'GOV-03')
  await attach(sent, 'INC-01', evidenceId)
  await describe(sent, evidenceId, { type: 'certificate', issuedOn: '2026-01-05', expiresOn: '2029-01-04' })
  expect(await documents(sent)).toMatchObject([{ type: 'certificate', issuedOn: '2026-01-05', expiresOn: '2029-01-04' }])
})

test.each([
  [{ type: 'poem' }, 'type'],
  [{ issuedOn: '2026-11-25' }, 'issuedOn'],
  [{ issuedOn: '2026-01-05', expiresOn: '2026-01-05' }, 'expiresOn'],
])('a document cannot be %j', async (given, field) => {
  const sent = await aSentAssessment()
  const { evidenceId } = await upload(sent, 'GOV-03')
  await expect(describe(sent, evidenceId, given)).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] })
})

test('members of the organisation upload, attach, remove and describe nothing here', async () => {
  const sent = await aSentAssessment()
  const { evidenceId } = await upload(sent, 'GOV-03')
  const member = sent.org.as('compliance')
  for (const act of [() => upload(sent, 'GOV-03', 'two', member), () => attach(sent, 'INC-01', evidenceId, member), () => remove(sent, 'GOV-03', evidenceId, member), () => describe(sent, evidenceId, {}, member)]) {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test("another vendor's document is neither found, nor used, nor downloaded, nor another organisation's", async () => {
  const org = await anOrganisation('procurement', 'compliance', 'auditor', 'admin')
  const [mine, theirs, foreign] = [await aSentAssessment({ org }), await aSentAssessment({ org }), await aSentAssessment()]
  const { evidenceId, documents: given } = await upload(theirs, 'GOV-03')
  for (const stranger of [mine, foreign]) {
    await expect(attach(stranger, 'GOV-03', evidenceId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(remove(stranger, 'GOV-03', evidenceId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(describe(stranger, evidenceId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(stranger.org.run(stranger.contact, (ctx) => openFile(ctx, given[0]!.fileId))).rejects.toMatchObject({ code: 'not-found' })
    await expect(upload({ ...theirs, org: stranger.org, contact: stranger.contact }, 'GOV-03')).rejects.toMatchObject({ code: 'not-found' })
  }
  expect((await org.run(theirs.contact, (ctx) => openFile(ctx, given[0]!.fileId))).file.name).toBe('licence.pdf')
  for (const id of [newId(), 'nonsense']) await expect(attach(mine, 'GOV-03', id)).rejects.toMatchObject({ code: 'not-found' })
})

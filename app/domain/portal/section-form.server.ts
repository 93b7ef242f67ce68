import type { GivenAnswer } from '../assessments/answers.ts'
import { replyClarification } from '../assessments/reply-clarification.server.ts'
import { saveSection } from '../assessments/save-section.server.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { attachEvidence } from '../evidence/attach-evidence.server.ts'
import { attachUpload } from '../evidence/attach-upload.server.ts'
import { describeEvidence } from '../evidence/describe-evidence.server.ts'
import { receiveFile } from '../evidence/receive-file.server.ts'
import { removeEvidence } from '../evidence/remove-evidence.server.ts'
import type { AnswerProblem } from '../questionnaires/answer.ts'
import type { Question } from '../questionnaires/template.ts'
import { fieldName, isFieldOf, readGiven, readRevision, REPLY_PREFIX, type Entry } from './answer-fields.ts'
import { readDocuments } from './document-fields.ts'

/** What could not be saved of a question, for its page to show; `given` is what was typed. */
type RefusedQuestion = { given: GivenAnswer; problems?: AnswerProblem[]; theirs?: GivenAnswer & { revision: number; at: string; by?: string } }
type SectionOutcome = { refused: Record<string, RefusedQuestion>; documents: { questionId: string; name: string; key: string; data: Problem['data'] }[] }

type Page = { assessmentId: string; belongs: (question: Question) => boolean; form: FormData }

/** Saves a whole page as a form without JavaScript sends it: answers, files, documents used again, taken away and described. */
export async function saveSectionForm(ctx: Context, { assessmentId, belongs, form }: Page): Promise<SectionOutcome> {
  const entries = [...form].flatMap(([name, value]): Entry[] => (typeof value === 'string' ? [[name, value]] : []))
  const given = new Map<string, GivenAnswer>()
  const results = await saveSection(ctx, {
    assessmentId,
    belongs,
    read: (questions) =>
      questions
        .filter(({ id, type }) => type !== 'file' && entries.some(([name]) => isFieldOf(id, name)))
        .map((question) => {
          given.set(question.id, readGiven(question, entries))
          return { questionId: question.id, given: given.get(question.id)!, revision: readRevision(question.id, entries) }
        }),
  })
  const refused: SectionOutcome['refused'] = {}
  for (const { questionId, written } of results) {
    const typed = given.get(questionId)
    if (!typed || written.outcome === 'saved') continue
    if (written.outcome === 'invalid') refused[questionId] = { given: typed, problems: written.problems }
    else refused[questionId] = { given: typed, theirs: { ...written.theirs, at: written.theirs.at.toISOString() } }
  }
  return { refused, documents: await saveDocuments(ctx, assessmentId, form, entries) }
}

/** Replies to what a reviewer asked, as a page without JavaScript sends them. */
export async function saveReplies(ctx: Context, { assessmentId, form }: { assessmentId: string; form: FormData }): Promise<void> {
  for (const [field, value] of form) {
    const clarificationId = field.startsWith(REPLY_PREFIX) ? field.slice(REPLY_PREFIX.length) : undefined
    if (clarificationId === undefined || typeof value !== 'string' || value.trim() === '') continue
    await replyClarification(ctx, { assessmentId, clarificationId, reply: value.trim() })
  }
}

/** One refused file keeps nothing else from being saved. */
async function saveDocuments(ctx: Context, assessmentId: string, form: FormData, entries: Entry[]): Promise<SectionOutcome['documents']> {
  const problems: SectionOutcome['documents'] = []
  const attempt = async (questionId: string, name: string, work: () => Promise<unknown>) => {
    await work().catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      problems.push({ questionId, name, key: error.fields[0]?.key ?? error.key, data: error.fields[0]?.data ?? error.data })
    })
  }
  for (const { evidenceId, issuedOn, expiresOn, type } of readDocuments(entries)) {
    await attempt('', evidenceId, () => describeEvidence(ctx, { evidenceId, type, issuedOn: issuedOn || undefined, expiresOn: expiresOn || undefined }))
  }
  for (const [field, value] of form) {
    const questionId = field.split('.')[0] ?? ''
    if (field === fieldName.files(questionId) && value instanceof File && value.size > 0) {
      await attempt(questionId, value.name, async () =>
        attachUpload(ctx, { assessmentId, questionId, file: await receiveFile(ctx.actor.orgId, { name: value.name, source: bytesOf(value) }) }),
      )
    }
    if (typeof value !== 'string' || value === '') continue
    if (field === fieldName.reuse(questionId)) await attempt(questionId, value, () => attachEvidence(ctx, { assessmentId, questionId, evidenceId: value }))
    if (field === fieldName.detach(questionId)) await attempt(questionId, value, () => removeEvidence(ctx, { assessmentId, questionId, evidenceId: value }))
  }
  return problems
}

/** Forms are small enough to be in memory already. */
async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer())
}

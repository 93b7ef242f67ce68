import { and, eq, sql } from 'drizzle-orm'
import { answerEvidence, answers } from '#db/schema/index.ts'
import { startAnswering } from '../assessments/write-answer.server.ts'
import type { Progress } from '../assessments/progress.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { storeProgress, type Answering } from '../portal/answering.server.ts'
import { contactOf } from '../portal/queries.server.ts'
import type { Question } from '../questionnaires/template.ts'
import { MOST_FILES_A_QUESTION } from './file-type.ts'
import { listAttached, type Document } from './queries.server.ts'

export type Attached = { documents: Document[]; /** The answer's revision, where the documents are the answer. */ revision?: number; progress: Progress }

/** Throws conflict when the question takes no documents or has all it can hold. */
export function requireRoom({ attached }: Answering, question: Question): void {
  if (question.evidence.mode === 'none' && question.type !== 'file') throw new Problem('conflict', 'portal.evidence.not_asked')
  const here = attached.filter(({ questionId }) => questionId === question.id).length
  if (here >= MOST_FILES_A_QUESTION) throw new Problem('conflict', 'portal.evidence.too_many', { most: MOST_FILES_A_QUESTION })
}

/** Ties a document to an answer. A verdict on it stays with it: taking it away and giving it again changes nothing. */
export async function attachDocument(ctx: Context, answering: Answering, { question, evidenceId }: { question: Question; evidenceId: string }): Promise<void> {
  await ctx.db
    .insert(answerEvidence)
    .values({ orgId: ctx.actor.orgId, assessmentId: answering.assessment.id, questionId: question.id, evidenceId, attachedAt: ctx.now })
    .onConflictDoUpdate({
      target: [answerEvidence.orgId, answerEvidence.assessmentId, answerEvidence.questionId, answerEvidence.evidenceId],
      set: { withdrawnAt: null, attachedAt: ctx.now },
    })
  await startAnswering(ctx, answering)
}

/** After documents came or went: the answer of a file question follows, and so does the progress. */
export async function settleDocuments(ctx: Context, answering: Answering, question: Question): Promise<Attached> {
  const all = await listAttached(ctx, answering.assessment.id)
  const here = all.filter(({ questionId }) => questionId === question.id)
  const revision = question.type === 'file' ? await writeFileAnswer(ctx, answering, question, here) : undefined
  const progress = await storeProgress(ctx, answering, { ...answering.given.documents, [question.id]: here.length })
  return { documents: here, revision, progress }
}

async function writeFileAnswer(ctx: Context, { assessment }: Answering, { id: questionId }: Question, documents: Document[]): Promise<number> {
  const columns = {
    value: documents.length > 0 ? documents.map(({ id }) => id) : null,
    corrected: null, reviewedAt: null, reviewedBy: null, updatedAt: ctx.now, updatedBy: contactOf(ctx).contactId,
  }
  const [row] = await ctx.db
    .insert(answers)
    .values({ orgId: ctx.actor.orgId, assessmentId: assessment.id, questionId, ...columns })
    .onConflictDoUpdate({
      target: [answers.orgId, answers.assessmentId, answers.questionId],
      set: { ...columns, revision: sql`${answers.revision} + 1` },
      setWhere: and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessment.id)),
    })
    .returning({ revision: answers.revision })
  return row?.revision ?? 0
}

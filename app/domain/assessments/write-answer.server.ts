import { and, eq, sql } from 'drizzle-orm'
import { answers, assessments } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { Answering } from '../portal/answering.server.ts'
import { contactOf } from '../portal/queries.server.ts'
import { checkAnswer, type AnswerProblem } from '../questionnaires/answer.ts'
import type { AnswerValue, Question } from '../questionnaires/template.ts'
import { record } from '../trail/record.server.ts'
import { givenOf, sameAnswer, type GivenAnswer } from './answers.ts'

/** `saved`: it stands, with its new revision · `conflict`: somebody saved another text meanwhile · `invalid`: it cannot be an answer. */
export type Written =
  | { outcome: 'saved'; revision: number; at: Date; changed: boolean }
  | { outcome: 'conflict'; theirs: GivenAnswer & { revision: number; at: Date; by?: string } }
  | { outcome: 'invalid'; problems: AnswerProblem[] }

/** A row that is not full yet, or a reason that is too short yet, is kept; it only cannot be submitted. */
const UNFINISHED: AnswerProblem['code'][] = ['answer.cell_required', 'answer.na_justification']

/**
 * Writes one answer where the request's row is locked. `revision` is the one that the writer saw, 0 for none. The same
 * answer again is no conflict: a save repeated after a lost reply has one effect.
 */
export async function writeAnswer(
  ctx: Context,
  answering: Answering,
  { question, given, revision }: { question: Question; given: GivenAnswer; revision: number },
): Promise<Written> {
  const row = answering.rows.find((each) => each.questionId === question.id)
  const before = givenOf(row)
  if (sameAnswer(before, given)) return { outcome: 'saved', revision: row?.revision ?? 0, at: row?.updatedAt ?? ctx.now, changed: false }
  if (revision !== (row?.revision ?? 0)) {
    return { outcome: 'conflict', theirs: { ...before, revision: row?.revision ?? 0, at: row?.updatedAt ?? ctx.now, by: row?.by ?? undefined } }
  }
  const problems = problemsOf(answering, question, given)
  if (problems.length > 0) return { outcome: 'invalid', problems }
  const next = revision + 1
  const columns = columnsOf(ctx, given, next)
  await ctx.db
    .insert(answers)
    .values({ orgId: ctx.actor.orgId, assessmentId: answering.assessment.id, questionId: question.id, ...columns })
    .onConflictDoUpdate({ target: [answers.orgId, answers.assessmentId, answers.questionId], set: columns, setWhere: eq(answers.revision, revision) })
  await startAnswering(ctx, answering)
  const data = { questionId: question.id, was: shown(question, before), is: shown(question, given) }
  await record(ctx, { action: 'answer.save', subjectType: 'assessment', subjectId: answering.assessment.id, vendorId: answering.assessment.vendorId, data })
  return { outcome: 'saved', revision: next, at: ctx.now, changed: true }
}

function problemsOf({ given: { intake, assessmentDate }, questionnaire }: Answering, question: Question, given: GivenAnswer): AnswerProblem[] {
  const answer = { value: given.value, na: given.isNa ? ('pending' as const) : undefined, justification: given.naReason }
  const found = checkAnswer(question, answer, { template: questionnaire.compiled.template, intake, assessmentDate })
  return found.filter(({ code }) => !UNFINISHED.includes(code))
}

/** A changed answer asks for a new look: the reviewer's correction, N/A verdict and tick belonged to the old one. */
function columnsOf(ctx: Context, { value, isNa, naReason, note }: GivenAnswer, revision: number) {
  return {
    value: value ?? null,
    isNa,
    naReason: naReason ?? null,
    naStatus: isNa ? ('pending' as const) : null,
    note: note ?? null,
    corrected: null,
    reviewedAt: null,
    reviewedBy: null,
    updatedAt: ctx.now,
    updatedBy: contactOf(ctx).contactId,
    revision,
  }
}

/** The first answer starts the work. */
export async function startAnswering(ctx: Context, { assessment }: Answering) {
  if (assessment.status !== 'invited') return
  await ctx.db
    .update(assessments)
    .set({ status: 'in_progress', revision: sql`${assessments.revision} + 1` })
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, assessment.id), eq(assessments.status, 'invited')))
  assessment.status = 'in_progress'
  await record(ctx, { action: 'assessment.start', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId })
}

/** What the trail says of an answer: the choice itself, of free text and tables only the size. */
function shown({ type }: Question, { value, isNa }: GivenAnswer): AnswerValue | undefined {
  if (isNa) return 'N/A'
  if (type === 'text' && typeof value === 'string') return [...value].length
  return type === 'table' && Array.isArray(value) ? value.length : value
}

import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import { answers, assessments } from '#db/schema/index.ts'
import { answersOf } from '../assessments/answers.ts'
import type { Assessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import type { EvidenceType, Question } from '../questionnaires/template.ts'
import { listAttachedEvidence } from './attached-evidence.server.ts'
import { statusOfAnswer } from './status-of-answer.ts'

type Asked = { questions: readonly Question[]; types: ReadonlyMap<string, EvidenceType>; zone: string }

/**
 * Those of the given questions that a certificate alone already carried in the vendor's last decided assessment that asked
 * them: no direct testing in between (scoring.md §5, T1).
 */
export async function certifiedBefore(ctx: Context, assessment: Assessment, { questions, types, zone }: Asked): Promise<Set<string>> {
  if (questions.length === 0) return new Set()
  const last = await listLast(ctx, assessment, questions.map(({ id }) => id))
  const attached = new Map(await Promise.all([...new Set(last.map(({ row }) => row.assessmentId))].map(async (id) => [id, await listAttachedEvidence(ctx, id)] as const)))
  const carried = last.filter(({ row, decidedAt }) => {
    const question = questions.find(({ id }) => id === row.questionId)
    const pieces = (attached.get(row.assessmentId) ?? []).filter(({ questionId }) => questionId === row.questionId)
    const answer = answersOf([row])[row.questionId]
    return question && decidedAt && statusOfAnswer({ question, answer, pieces, types, assessmentDate: localDate(decidedAt, zone) }) === 'certified'
  })
  return new Set(carried.map(({ row }) => row.questionId))
}

/** Each question's answer in the last assessment of the vendor that was decided before this one. */
async function listLast(ctx: Context, { id, vendorId, decidedAt }: Assessment, questionIds: string[]) {
  return ctx.db
    .selectDistinctOn([answers.questionId], { row: answers, decidedAt: assessments.decidedAt })
    .from(answers)
    .innerJoin(assessments, and(eq(assessments.orgId, answers.orgId), eq(assessments.id, answers.assessmentId)))
    .where(
      and(
        eq(answers.orgId, ctx.actor.orgId),
        eq(assessments.vendorId, vendorId),
        eq(assessments.status, 'decided'),
        ne(assessments.id, id),
        lt(assessments.decidedAt, decidedAt ?? ctx.now),
        inArray(answers.questionId, questionIds),
      ),
    )
    .orderBy(answers.questionId, desc(assessments.decidedAt))
}

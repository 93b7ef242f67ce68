import { and, eq } from 'drizzle-orm'
import { assessments, engagements, organisations } from '#db/schema/index.ts'
import { answersOf } from '../assessments/answers.ts'
import { isWithVendor } from '../assessments/assessment.ts'
import { progressOf, type Progress } from '../assessments/progress.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { listAttached, type Document } from '../evidence/queries.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getQuestionnaire, type PublishedQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import type { AnswerValue, Question } from '../questionnaires/template.ts'
import type { WalkInput } from '../questionnaires/visibility.ts'
import { getOwnAssessment, listAsked, listOwnAnswers, type AnswerRow, type OwnAssessment } from './queries.server.ts'

type Asked = Awaited<ReturnType<typeof listAsked>>[number]

/** A request as its vendor answers it. `given` is what visibility and progress are computed from. */
export type Answering = {
  assessment: OwnAssessment
  title: string
  questionnaire: PublishedQuestionnaire
  zone: string
  rows: AnswerRow[]
  attached: (Document & { questionId: string })[]
  /** What the reviewer sent back; all rounds. */
  asked: Asked[]
  given: WalkInput & { documents: Record<string, number> }
  progress: Progress
}

/** Loads a request for its contact; `lock` holds its row until the transaction ends, so that saves follow one another. Throws not-found. */
export async function loadAnswering(ctx: Context, assessmentId: string, options: { lock?: boolean } = {}): Promise<Answering> {
  const assessment = await getOwnAssessment(ctx, assessmentId, options)
  const [subject, questionnaire, rows, attached, asked] = await Promise.all([
    subjectOf(ctx, assessment),
    getQuestionnaire(ctx, assessment.questionnaireVersionId),
    listOwnAnswers(ctx, assessment.id),
    listAttached(ctx, assessment.id),
    listAsked(ctx, assessment.id),
  ])
  const given = {
    tier: assessment.tier,
    intake: subject.intake as Record<string, AnswerValue | undefined>, // checked when the request was submitted
    answers: answersOf(rows),
    assessmentDate: localDate(ctx.now, subject.zone),
    homeCountry: subject.country,
    documents: countBy(attached.map(({ questionId }) => questionId)),
  }
  return { assessment, title: subject.title, questionnaire, zone: subject.zone, rows, attached, asked, given, progress: progressOf(questionnaire.compiled, given) }
}

/** The question, if the vendor may change its answer now. Throws not-found for a question that is not part of the request, else conflict. */
export function requireAnswerable({ assessment, questionnaire, asked, progress }: Answering, questionId: string): Question {
  const { compiled } = questionnaire
  const at = compiled.questions.findIndex(({ question }) => question.id === questionId)
  const found = compiled.questions[at]
  if (!found || !compiled.inProfile[assessment.tier][at]) throw new Problem('not-found', 'errors.not_found')
  if (!isWithVendor(assessment)) throw new Problem('conflict', 'portal.not_open')
  if (assessment.status !== 'returned' || isAskedFor({ asked, progress }, questionId)) return found.question
  throw new Problem('conflict', 'portal.not_asked')
}

/** After a return only what was asked can change, and what those changes open up. */
export function isAskedFor({ asked, progress }: Pick<Answering, 'asked' | 'progress'>, questionId: string): boolean {
  return asked.some((each) => each.questionId === questionId) || progress.gaps.some((gap) => gap.questionId === questionId)
}

async function subjectOf(ctx: Context, { engagementId }: OwnAssessment) {
  const [row] = await ctx.db
    .select({ title: engagements.title, intake: engagements.intake, zone: organisations.zone, country: organisations.country })
    .from(engagements)
    .innerJoin(organisations, eq(organisations.id, engagements.orgId))
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, engagementId)))
  if (!row) throw new Error('an assessment without its engagement')
  return row
}

/** Writes how far the vendor is to the request's row, where lists read it. */
export async function storeProgress(ctx: Context, answering: Answering, documents = answering.given.documents): Promise<Progress> {
  const { assessment, questionnaire } = answering
  const rows = await listOwnAnswers(ctx, assessment.id)
  const progress = progressOf(questionnaire.compiled, { ...answering.given, answers: answersOf(rows), documents })
  await ctx.db
    .update(assessments)
    .set({ answeredCount: progress.answered, requiredCount: progress.questions, updatedAt: ctx.now })
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, assessment.id)))
  return progress
}

function countBy(ids: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

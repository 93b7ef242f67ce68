import { and, asc, eq } from 'drizzle-orm'
import { answers, engagements, organisations } from '#db/schema/index.ts'
import { translator } from '#app/i18n/index.ts'
import type { Assessment } from '../assessments/queries.server.ts'
import { answersOf } from '../assessments/answers.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import type { CompiledTemplate } from '../questionnaires/compile-template.ts'
import { getQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import type { Answers, IntakeAnswers } from '../questionnaires/template.ts'
import { explainScore, type Say } from '../scoring/explanation.ts'
import { scoreAssessment, type Score, type ScoreInput } from '../scoring/score.ts'
import { listAttachedEvidence, type AttachedRow } from './attached-evidence.server.ts'
import { certifiedBefore } from './certified-before.server.ts'
import { statusOfAnswer } from './status-of-answer.ts'

export type AnswerRow = typeof answers.$inferSelect
export type Scored = {
  compiled: CompiledTemplate
  input: ScoreInput
  score: Score
  rows: AnswerRow[]
  attached: AttachedRow[]
  engagement: typeof engagements.$inferSelect
  questionnaireVersion: string
}

const chinese = translator('zh-CN')
const english = translator('en')
const say: Say = (key, data) => ({ zh: chinese.from(key, data), en: english.from(key, data) })

/** The assessment scored as it stands now, bound to the questionnaire and model that it was sent with (scoring.md §13). */
export async function scoreOf(ctx: Context, assessment: Assessment): Promise<Scored> {
  const { version, compiled } = await getQuestionnaire(ctx, assessment.questionnaireVersionId)
  const [rows, attached, [engagement], [organisation]] = await Promise.all([
    ctx.db.select().from(answers).where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessment.id))).orderBy(asc(answers.questionId)),
    listAttachedEvidence(ctx, assessment.id),
    ctx.db.select().from(engagements).where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, assessment.engagementId))),
    ctx.db.select({ zone: organisations.zone, country: organisations.country }).from(organisations).where(eq(organisations.id, ctx.actor.orgId)),
  ])
  const { zone, country } = organisation!
  const assessmentDate = localDate(assessment.decidedAt ?? ctx.now, zone)
  const certified = await certifiedBefore(ctx, assessment, { questions: certifiedNow(compiled, attached), types: typesOf(compiled.template), zone })
  const input: ScoreInput = {
    assessmentDate,
    intake: engagement!.intake as IntakeAnswers, // checked when it was submitted
    answers: withEvidence(compiled, { answers: answersOf(rows), attached, assessmentDate, certified }),
    homeCountry: country,
  }
  return { compiled, input, score: scoreAssessment(compiled, input), rows, attached, engagement: engagement!, questionnaireVersion: version }
}

/** The whole explanation of scoring.md §13, in both languages. */
export function explanationOf({ compiled, score, input }: Scored) {
  return explainScore(compiled, score, input, say)
}

type Given = { answers: Answers; attached: AttachedRow[]; assessmentDate: string; certified: ReadonlySet<string> }

/** Each answer with the status that its documents give it; an answer that calls for none keeps none. */
function withEvidence({ template }: CompiledTemplate, { answers, attached, assessmentDate, certified }: Given): Answers {
  const types = typesOf(template)
  const result: Record<string, Answers[string]> = {}
  for (const question of template.questions) {
    const answer = answers[question.id]
    const pieces = attached.filter(({ questionId }) => questionId === question.id)
    if (!answer && pieces.length === 0) continue
    const status = statusOfAnswer({ question, answer, pieces, types, assessmentDate })
    result[question.id] = question.evidence.mode === 'none' ? answer : { ...answer, status, certifiedLastCycle: certified.has(question.id) }
  }
  return result
}

/** The questions that a certificate supports now: only for those does the cycle before matter. */
function certifiedNow({ template }: CompiledTemplate, attached: AttachedRow[]) {
  const ids = new Set(attached.filter(({ verdict, withdrawnAt }) => verdict === 'certified' && withdrawnAt === null).map(({ questionId }) => questionId))
  return template.questions.filter(({ id }) => ids.has(id))
}

const typesOf = (template: CompiledTemplate['template']) => new Map(template.evidence_types.map((type) => [type.id, type]))

import { and, asc, eq } from 'drizzle-orm'
import { answerEvidence, answers, engagements, evidence, files, organisations } from '#db/schema/index.ts'
import { translator } from '#app/i18n/index.ts'
import type { Assessment } from '../assessments/queries.server.ts'
import { answersOf } from '../assessments/answers.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import type { CompiledTemplate } from '../questionnaires/compile-template.ts'
import { getQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import type { Answers, IntakeAnswers } from '../questionnaires/template.ts'
import { evidenceStatus, type AttachedEvidence } from '../scoring/evidence-status.ts'
import { explainScore, type Say } from '../scoring/explanation.ts'
import { scoreAssessment, type Score, type ScoreInput } from '../scoring/score.ts'

export type AnswerRow = typeof answers.$inferSelect
export type AttachedRow = typeof answerEvidence.$inferSelect & {
  type: string
  issuedOn: string | null
  expiresOn: string | null
  fileId: string
  fileName: string
  mediaType: string
  sizeBytes: number
  sha256: string
}
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
  const assessmentDate = localDate(assessment.decidedAt ?? ctx.now, organisation!.zone)
  const input: ScoreInput = {
    assessmentDate,
    intake: engagement!.intake as IntakeAnswers, // checked when it was submitted
    answers: withEvidence(compiled, { answers: answersOf(rows), attached, assessmentDate }),
    homeCountry: organisation!.country,
  }
  return { compiled, input, score: scoreAssessment(compiled, input), rows, attached, engagement: engagement!, questionnaireVersion: version }
}

/** The whole explanation of scoring.md §13, in both languages. */
export function explanationOf({ compiled, score, input }: Scored) {
  return explainScore(compiled, score, input, say)
}

export async function listAttachedEvidence(ctx: Context, assessmentId: string): Promise<AttachedRow[]> {
  const rows = await ctx.db
    .select({ attached: answerEvidence, type: evidence.type, issuedOn: evidence.issuedOn, expiresOn: evidence.expiresOn, file: files })
    .from(answerEvidence)
    .innerJoin(evidence, and(eq(evidence.orgId, answerEvidence.orgId), eq(evidence.id, answerEvidence.evidenceId)))
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.id, evidence.fileId)))
    .where(and(eq(answerEvidence.orgId, ctx.actor.orgId), eq(answerEvidence.assessmentId, assessmentId)))
    .orderBy(asc(answerEvidence.attachedAt), asc(answerEvidence.evidenceId))
  return rows.map(({ attached, file, ...rest }) => ({
    ...attached,
    ...rest,
    fileId: file.id,
    fileName: file.name,
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
  }))
}

type Given = { answers: Answers; attached: AttachedRow[]; assessmentDate: string }

/** Each answer with the status that its documents give it; an answer that calls for none keeps none. */
function withEvidence({ template }: CompiledTemplate, { answers, attached, assessmentDate }: Given): Answers {
  const types = new Map(template.evidence_types.map((type) => [type.id, type]))
  const result: Record<string, Answers[string]> = {}
  for (const question of template.questions) {
    const answer = answers[question.id]
    const pieces = attached
      .filter(({ questionId }) => questionId === question.id)
      .flatMap((piece): AttachedEvidence[] => {
        const type = types.get(piece.type)
        if (!type) return []
        return [{
          type,
          issuedOn: piece.issuedOn ?? undefined,
          expiresOn: piece.expiresOn ?? undefined,
          review: piece.verdict ?? 'unreviewed',
          withdrawn: piece.withdrawnAt !== null,
        }]
      })
    const mode = question.evidence.mode
    const answered = answer?.value !== undefined || answer?.corrected !== undefined
    if (!answer && pieces.length === 0) continue
    result[question.id] = mode === 'none' ? answer : { ...answer, status: evidenceStatus({ mode, answered, assessmentDate, attached: pieces }) }
  }
  return result
}

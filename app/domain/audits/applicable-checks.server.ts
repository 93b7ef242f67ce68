import { and, eq } from 'drizzle-orm'
import { answers, agreements, assessments } from '#db/schema/index.ts'
import { answersOf } from '../assessments/answers.ts'
import type { Context } from '../context.server.ts'
import { compileCondition, scopeOf, type Reading } from '../questionnaires/condition.ts'
import { getQuestionnaire, publishedQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import type { Condition, IntakeAnswers } from '../questionnaires/template.ts'
import { intakeReading, walkQuestions } from '../questionnaires/visibility.ts'
import { listChecks, type ProgrammeCheck } from './audit-programme.server.ts'
import { applicableChecks, type AuditDepth } from './checks.ts'

/**
 * The checks of an audit by its depth and by what is known of the engagement: intake, facts, and the accepted answers of the
 * assessment behind the agreement. Where no answer is known, a check that depends on one stays in.
 */
export async function listApplicableChecks(ctx: Context, audit: { agreementId: string; depth: AuditDepth }): Promise<ProgrammeCheck[]> {
  const holds = await conditionReader(ctx, audit.agreementId)
  return applicableChecks<Condition, ProgrammeCheck>(listChecks(), audit.depth, holds)
}

async function conditionReader(ctx: Context, agreementId: string): Promise<(condition: Condition) => boolean> {
  const [agreement] = await ctx.db
    .select({ intake: agreements.intake, assessmentId: agreements.assessmentId })
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, agreementId)))
  const intake = (agreement?.intake ?? {}) as IntakeAnswers // kept as it was submitted, checked then
  const answered = agreement?.assessmentId ? await readAnswers(ctx, agreement.assessmentId, intake) : undefined
  if (answered) return (condition) => compileCondition(condition, answered.scope)(answered.reading)
  const { compiled } = await publishedQuestionnaire(ctx)
  const scope = scopeOf(compiled.template)
  const reading = intakeReading(compiled, intake)
  return (condition) => asksAQuestion(condition) || compileCondition(condition, scope)(reading)
}

async function readAnswers(ctx: Context, assessmentId: string, intake: IntakeAnswers): Promise<{ scope: ReturnType<typeof scopeOf>; reading: Reading } | undefined> {
  const [assessment] = await ctx.db
    .select()
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, assessmentId)))
  if (!assessment) return undefined
  const [{ compiled }, rows] = await Promise.all([
    getQuestionnaire(ctx, assessment.questionnaireVersionId),
    ctx.db.select().from(answers).where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessmentId))),
  ])
  const assessmentDate = (assessment.submittedAt ?? assessment.invitedAt).toISOString().slice(0, 10)
  const { reading } = walkQuestions(compiled, { tier: assessment.tier, intake, answers: answersOf(rows), assessmentDate })
  return { scope: scopeOf(compiled.template), reading }
}

function asksAQuestion(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksAQuestion)
  if ('any' in condition) return condition.any.some(asksAQuestion)
  if ('not' in condition) return asksAQuestion(condition.not)
  return 'q' in condition
}

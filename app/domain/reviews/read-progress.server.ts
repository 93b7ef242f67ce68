import type { Assessment } from '../assessments/queries.server.ts'
import { progressOf } from '../assessments/progress.ts'
import type { Context } from '../context.server.ts'
import { can } from '../identity/actor.ts'
import { inLocale } from './answer-words.ts'
import { listClarifications } from './queries.server.ts'
import type { ReviewProgress } from './review-progress.ts'
import { scoreOf } from './score-of.server.ts'

/** How far the vendor is with an assessment that waits for it, section by section, and what it was asked. */
export async function readProgress(ctx: Context, assessment: Assessment): Promise<ReviewProgress> {
  const [scored, clarifications] = await Promise.all([scoreOf(ctx, assessment), listClarifications(ctx, assessment.id)])
  const { compiled, input, attached } = scored
  const documents: Record<string, number> = {}
  for (const { questionId, withdrawnAt } of attached) if (withdrawnAt === null) documents[questionId] = (documents[questionId] ?? 0) + 1
  const progress = progressOf(compiled, { ...input, tier: assessment.tier, documents })
  const { status, dueOn, invitedAt, message, withdrawalReason } = assessment
  return {
    status, dueOn, invitedAt, message, withdrawalReason,
    questionnaire: `${compiled.template.template_id} ${scored.questionnaireVersion}`,
    answered: progress.answered,
    questions: progress.questions,
    sections: progress.sections.map(({ id, questions, answered }) => {
      const section = compiled.template.sections.find((each) => each.id === id)
      return { id, name: section ? inLocale(ctx.locale, section) : id, questions, answered }
    }),
    asked: clarifications.filter(({ sentAt }) => sentAt !== null).map(({ id, questionId, question, reply }) => ({ id, questionId, question, reply })),
    maySend: can(ctx.actor, 'assessment.send'),
  }
}

import type { Context } from '../context.server.ts'
import { getQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'

/** The question that raised a finding, in both languages and as it was asked; undefined when no questionnaire raised it. */
export async function questionOf(ctx: Context, { itemId, versionId }: { itemId: string; versionId: string | null }): Promise<{ zh: string; en: string } | undefined> {
  if (versionId === null) return undefined
  const { compiled } = await getQuestionnaire(ctx, versionId)
  const question = compiled.template.questions.find(({ id }) => id === itemId)
  return question && { zh: question.zh, en: question.en }
}

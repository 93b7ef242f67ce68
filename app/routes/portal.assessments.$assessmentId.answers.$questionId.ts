import { AnswerInput } from '#app/domain/assessments/input.ts'
import { saveAnswer } from '#app/domain/assessments/save-answer.server.ts'
import { slimProgress } from '#app/domain/assessments/slim-progress.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { answerJson } from '#app/http/json-answer.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

const STATUS: Record<string, number> = { saved: 200, conflict: 409, invalid: 400 }

/** Saves one answer for the page's script; a lost race comes back with the other text. */
export const action = vendorAuthed(({ ctx, form, params }) =>
  answerJson(
    async () => {
      const { answer: given, revision } = parseForm(form, AnswerInput)
      const { written, progress } = await saveAnswer(ctx, { assessmentId: params.assessmentId!, questionId: params.questionId!, given, revision })
      const { outcome, ...rest } = written
      return { kind: outcome, ...rest, progress: slimProgress(progress) }
    },
    (reply) => STATUS['kind' in reply ? String(reply.kind) : ''] ?? 200,
  ),
)

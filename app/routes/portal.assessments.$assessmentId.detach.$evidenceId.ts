import { slimProgress } from '#app/domain/assessments/slim-progress.ts'
import { RemovalInput } from '#app/domain/evidence/input.ts'
import { removeEvidence } from '#app/domain/evidence/remove-evidence.server.ts'
import { documentView } from '#app/domain/portal/build-question-views.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { answerJson } from '#app/http/json-answer.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** Takes a document away from an answer. */
export const action = vendorAuthed(({ ctx, form, params }) =>
  answerJson(async () => {
    const { questionId } = parseForm(form, RemovalInput)
    const { documents, revision, progress } = await removeEvidence(ctx, { assessmentId: params.assessmentId!, evidenceId: params.evidenceId!, questionId })
    return { documents: documents.map(documentView), revision, progress: slimProgress(progress), at: ctx.now }
  }),
)

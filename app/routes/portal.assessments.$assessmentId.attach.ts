import { slimProgress } from '#app/domain/assessments/slim-progress.ts'
import { attachEvidence } from '#app/domain/evidence/attach-evidence.server.ts'
import { AttachmentInput } from '#app/domain/evidence/input.ts'
import { documentView } from '#app/domain/portal/build-question-views.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { answerJson } from '#app/http/json-answer.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** Uses a document given before for another answer. */
export const action = vendorAuthed(({ ctx, form, params }) =>
  answerJson(async () => {
    const { documents, revision, progress } = await attachEvidence(ctx, { assessmentId: params.assessmentId!, ...parseForm(form, AttachmentInput) })
    return { documents: documents.map(documentView), revision, progress: slimProgress(progress), at: ctx.now }
  }),
)

import { describeEvidence } from '#app/domain/evidence/describe-evidence.server.ts'
import { EvidenceInput } from '#app/domain/evidence/input.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { answerJson } from '#app/http/json-answer.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** Says what a document is and how long it holds. */
export const action = vendorAuthed(({ ctx, form, params }) =>
  answerJson(async () => {
    const { type, issuedOn, expiresOn } = await describeEvidence(ctx, { evidenceId: params.evidenceId!, ...parseForm(form, EvidenceInput) })
    return { type, issuedOn, expiresOn }
  }),
)

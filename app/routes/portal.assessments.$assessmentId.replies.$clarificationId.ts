import { ReplyInput } from '#app/domain/assessments/input.ts'
import { replyClarification } from '#app/domain/assessments/reply-clarification.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { answerJson } from '#app/http/json-answer.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** Saves the reply to what a reviewer asked. */
export const action = vendorAuthed(({ ctx, form, params }) =>
  answerJson(async () => {
    const { reply } = parseForm(form, ReplyInput)
    await replyClarification(ctx, { assessmentId: params.assessmentId!, clarificationId: params.clarificationId!, reply })
    return { at: ctx.now }
  }),
)

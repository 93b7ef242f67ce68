import { remindAssessment } from '#app/domain/assessments/remind-assessment.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { backTo, redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

/** Asks the vendor once more; goes back to the list or the page that it was pressed on. */
export const action = authed(
  async ({ ctx, params, request }) => {
    const { id } = await remindAssessment(ctx, params.assessmentId!)
    return redirectWith(backTo(request, paths.assessmentSending(id)), { kind: 'done', key: 'assessments.sending.reminded' })
  },
  { back: ({ assessmentId }) => paths.assessmentSending(assessmentId!) },
)

import { reopenAssessment } from '#app/domain/assessments/reopen-assessment.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** Takes the answers back while nobody reviews them yet. */
export const action = vendorAuthed(
  async ({ ctx, params }) => {
    const { id } = await reopenAssessment(ctx, params.assessmentId!)
    return redirectWith(paths.portalAssessment(id), { kind: 'done', key: 'portal.receipt.amendDone' })
  },
  { back: ({ assessmentId }) => paths.portalReceipt(assessmentId!) },
)

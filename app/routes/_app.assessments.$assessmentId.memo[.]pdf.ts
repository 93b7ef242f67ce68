import { readDecision } from '#app/domain/decisions/read-decision.server.ts'
import { Problem } from '#app/domain/errors.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { decisionMemoPdf } from '#app/pdf/decision-memo-pdf.server.ts'
import { memoOf } from '#app/pdf/memo-of-decision.server.ts'

const chinese = translator('zh-CN')
const english = translator('en')

/** The memo of a confirmed decision; before that there is none. */
export const loader = authed(async ({ ctx, params }) => {
  const { assessment, decision, explanation, findings, names } = await readDecision(ctx, params.assessmentId!)
  if (!decision?.confirmedAt || !decision.confirmedBy) throw new Problem('not-found', 'errors.not_found')
  const { name, nameAlt } = await getVendor(ctx, assessment.vendorId)
  const { zone } = ctx.organisation
  const isChinese = /\p{Script=Han}/u.test(name)
  const pdf = decisionMemoPdf(
    memoOf({
      ref: assessment.ref,
      vendor: { zh: isChinese ? name : (nameAlt ?? name), en: isChinese ? (nameAlt ?? name) : name },
      submittedOn: localDate(assessment.submittedAt ?? decision.proposedAt, zone),
      decidedAt: decision.confirmedAt,
      zone, explanation, findings,
      reason: decision.reason,
      proposedBy: names[decision.proposedBy] ?? '',
      confirmedBy: names[decision.confirmedBy] ?? '',
      say: (key, values) => ({ zh: chinese.from(key, values), en: english.from(key, values) }),
    }),
  )
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="decision-${assessment.ref}.pdf"`, 'Cache-Control': 'private, no-store' }
  return new Response(new Uint8Array(pdf), { headers })
})

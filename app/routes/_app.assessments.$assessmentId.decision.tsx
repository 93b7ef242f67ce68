import { useLoaderData } from '@remix-run/react'
import { readDecision } from '#app/domain/decisions/read-decision.server.ts'
import { headOf } from '#app/domain/reviews/head-of.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DecisionBox } from '#app/ui/decision/decision-box.tsx'
import { DecisionFindings } from '#app/ui/decision/decision-findings.tsx'
import { Figures } from '#app/ui/decision/figures.tsx'
import { GateList } from '#app/ui/decision/gate-list.tsx'
import { Losses } from '#app/ui/decision/losses.tsx'
import { Reasons } from '#app/ui/decision/reasons.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { residual } from '#app/i18n/format.ts'
import { AssessmentHead } from '#app/ui/review/assessment-head.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const { assessment, decision, ...rest } = await readDecision(ctx, params.assessmentId!)
  const { zone } = ctx.organisation
  const head = await headOf(ctx, assessment, zone)
  return {
    title: translator(ctx.locale)('review.decision.pageTitle', { vendor: nameIn(ctx.locale, head.vendor) }),
    head, zone, ...rest,
    submitted: assessment.submittedAt !== null,
    vendorId: assessment.vendorId,
    engagementId: assessment.engagementId,
    decision: decision && {
      outcome: decision.outcome, reason: decision.reason, revision: decision.revision, lapsesOn: decision.lapsesOn,
      proposedBy: decision.proposedBy, proposedAt: decision.proposedAt, confirmedBy: decision.confirmedBy, confirmedAt: decision.confirmedAt,
    },
  }
})

export const meta = pageMeta

export default function Decision() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { head, explanation, decision, zone } = data
  const { id } = head.assessment
  const outcome = t(`scoring.decision.${decision?.confirmedAt ? decision.outcome : explanation.decision.id}`)
  const figures = { outcome, residual: residual(explanation.residual.hundredths), band: explanation.residual.band }
  return (
    <>
      <AssessmentHead vendor={head.vendor} assessment={head.assessment} />
      <Page>
        <PageHeader
          title={t('review.tabs.decision')}
          lede={decision?.confirmedAt ? t('review.decision.ledeDecided', figures) : t('review.decision.lede', figures)}
          actions={
            decision?.confirmedAt && (
              <a className="btn" href={paths.decisionMemo(id)}>
                {t('review.decision.memo')}
              </a>
            )
          }
        />
        {data.submitted ? (
          <DecisionBox assessmentId={id} decision={decision} names={data.names} failed={data.failed} outcome={explanation.decision.id} mayPropose={data.mayPropose} confirmBlock={data.confirmBlock} isOpen={data.isOpen} zone={zone} />
        ) : (
          <Note tone="attention" title={t('review.decision.notSubmitted')} actions={<ButtonLink to={paths.assessment(id)}>{t('review.decision.openAssessment')}</ButtonLink>}>
            <p>{t('review.decision.notSubmittedBody')}</p>
          </Note>
        )}
        <GateList gates={data.gates} assessmentId={id} engagementId={data.engagementId} vendorId={data.vendorId} />
        <Reasons explanation={explanation} />
        <DecisionFindings findings={data.findings} raised={Boolean(decision?.confirmedAt)} />
        <Losses losses={explanation.losses} assessmentId={id} />
        <Figures explanation={explanation} />
      </Page>
    </>
  )
}

import { useLoaderData } from '@remix-run/react'
import { isWithVendor, WITH_COMPANY } from '#app/domain/assessments/assessment.ts'
import { suggestedDueDate } from '#app/domain/assessments/due-date.ts'
import { getAssessment } from '#app/domain/assessments/queries.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { headOf } from '#app/domain/reviews/head-of.server.ts'
import { readReview } from '#app/domain/reviews/read-review.server.ts'
import { readProgress } from '#app/domain/reviews/read-progress.server.ts'
import { liveScore } from '#app/domain/reviews/live-score.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { authed } from '#app/http/authed.server.ts'
import type { MemberContext } from '#app/http/session.server.ts'
import { readReviewPlace } from '#app/http/review-address.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { AssessmentHead } from '#app/ui/review/assessment-head.tsx'
import { ReviewPage } from '#app/ui/review/review-page.tsx'
import { WaitingPage } from '#app/ui/review/waiting-page.tsx'

export const loader = authed(async ({ ctx, params, request }) => {
  const assessment = await getAssessment(ctx, params.assessmentId!)
  const { zone } = ctx.organisation
  const head = await headOf(ctx, assessment, zone)
  const title = translator(ctx.locale)('review.pageTitle', { vendor: nameIn(ctx.locale, head.vendor) })
  const common = { title, head, zone }
  if (isWithVendor(assessment) || assessment.submittedAt === null) return { ...common, waiting: await readProgress(ctx, assessment) }
  return { ...common, review: await reviewOf(ctx, assessment.id, new URL(request.url).searchParams) }
})

async function reviewOf(ctx: MemberContext, assessmentId: string, search: URLSearchParams) {
  const { assessment, scored, explanation, answers, waiting } = await readReview(ctx, assessmentId)
  const mayJudge = can(ctx.actor, 'assessment.review') && (WITH_COMPANY as readonly string[]).includes(assessment.status)
  const needsStatement = mayJudge && assessment.reviewerStatement === null
  const { q, section, approved = [] } = readReviewPlace(search)
  return {
    answers,
    sections: scored.compiled.template.sections.flatMap(({ id, zh, en }) => {
      const own = answers.filter((each) => each.section === id)
      return own.length === 0 ? [] : [{ id, name: ctx.locale === 'en' ? en : zh, total: own.length, first: own.filter(({ settled, reasons }) => !settled && reasons.length > 0).length }]
    }),
    score: liveScore(scored.score, explanation, ctx.locale),
    waiting: waiting.map(({ id, questionId, question }) => ({ id, questionId, question })),
    place: { assessmentId: assessment.id, q, section, approved },
    needsStatement,
    mayReview: mayJudge && !needsStatement,
    suggestedDue: suggestedDueDate(await getToday(ctx)),
  }
}

export const meta = pageMeta

export default function Assessment() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { head, zone } = data
  const review = 'review' in data ? data.review : undefined
  const waiting = review?.waiting.length ?? 0
  const rest = review?.answers.filter(({ settled, reasons }) => !settled && reasons.length === 0).length ?? 0
  const actions = review?.mayReview && (
    <>
      {waiting > 0 && <ButtonLink to="#questions">{t('review.batch.send', { count: waiting })}</ButtonLink>}
      {rest > 0 && <ButtonLink to="#rest">{t('review.rest.verb', { count: rest })}</ButtonLink>}
    </>
  )
  return (
    <>
      <AssessmentHead vendor={head.vendor} assessment={head.assessment} actions={actions || undefined} />
      {review ? <ReviewPage review={review} zone={zone} /> : 'waiting' in data && <WaitingPage waiting={data.waiting} head={head} zone={zone} />}
    </>
  )
}

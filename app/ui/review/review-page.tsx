import type { ReviewAnswer } from '#app/domain/reviews/review-answer.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ScoreLine, type LiveScore } from './score-line.tsx'
import type { SectionCount } from './section-list.tsx'
import { StartReview } from './start-review.tsx'
import { WaitingQuestions, type WaitingQuestion } from './waiting-questions.tsx'
import { Workspace } from './workspace.tsx'

type Review = {
  answers: ReviewAnswer[]
  sections: SectionCount[]
  score: LiveScore
  waiting: WaitingQuestion[]
  place: { assessmentId: string; q?: string; section?: string; approved: string[] }
  needsStatement: boolean
  mayReview: boolean
  suggestedDue: string
}

/** The three panes under the score as it stands. */
export function ReviewPage({ review, zone }: { review: Review; zone: string }) {
  const t = useT()
  const { answers, place, mayReview } = review
  const settled = answers.filter((each) => each.settled).length
  const first = answers.filter((each) => !each.settled && each.reasons.length > 0).length
  return (
    <main id="main" tabIndex={-1}>
      <div className="review-top">
        <div className="head">
          <h2>{t('review.title')}</h2>
          <p className="muted">{t('review.progress', { settled, total: answers.length, first })}</p>
        </div>
        <ScoreLine score={review.score} />
        {review.needsStatement && <StartReview place={place} />}
        <WaitingQuestions questions={review.waiting} place={place} suggestedDue={review.suggestedDue} mayReview={mayReview} />
      </div>
      <Workspace answers={answers} sections={review.sections} place={place} mayReview={mayReview} zone={zone} />
    </main>
  )
}

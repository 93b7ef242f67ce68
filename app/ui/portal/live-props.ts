import type { QuestionPageProps } from './question-page.tsx'

/** Where the questions come alive in the browser, and what they were drawn with. */
export const LIVE_QUESTIONS = 'live-questions'
export const LIVE_PROPS = 'live-questions-props'

export function readLiveProps(): QuestionPageProps {
  return JSON.parse(document.getElementById(LIVE_PROPS)?.textContent ?? '{}') as QuestionPageProps // written by LiveQuestions
}

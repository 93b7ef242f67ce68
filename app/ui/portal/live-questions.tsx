import { LIVE_PROPS, LIVE_QUESTIONS } from './live-props.ts'
import { QuestionPage, type QuestionPageProps } from './question-page.tsx'

/** The questions as HTML, with what the browser needs to bring them to life. */
export function LiveQuestions(props: QuestionPageProps) {
  return (
    <>
      <div id={LIVE_QUESTIONS}>
        <QuestionPage {...props} />
      </div>
      <script type="application/json" id={LIVE_PROPS} dangerouslySetInnerHTML={{ __html: inScript(props) }} />
    </>
  )
}

/** JSON that cannot end the element it stands in. */
function inScript(props: QuestionPageProps): string {
  return JSON.stringify(props).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

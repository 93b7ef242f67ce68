import { useEffect, useMemo, useRef, useState } from 'react'
import { sameAnswer, type GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { SlimProgress } from '#app/domain/assessments/slim-progress.ts'
import { isFieldOf, readGiven, type Entry } from '#app/domain/portal/answer-fields.ts'
import type { DocumentView, QuestionView } from '#app/domain/portal/question-view.ts'
import type { AnswerProblem } from '#app/domain/questionnaires/check-value.ts'
import { draftStore, placeToReturn } from './drafts.ts'
import { saveQueue, type SaveQueue, type Sent } from './save-queue.ts'
import { sendAnswer, type Theirs } from './send-answer.ts'

/** Well within the second and a half that the last key may wait. */
const PAUSE_MS = 700

/** How saving stands, for the bar at the bottom. */
type SaveState = 'idle' | 'saved' | 'offline' | 'ended' | 'refused' | 'check' | 'conflict'
type Shown = { given: GivenAnswer; /** Another one draws the controls anew. */ draw: number }
export type OneAnswer = {
  shown: Shown
  live: GivenAnswer
  documents: DocumentView[]
  problems: AnswerProblem[]
  theirs?: Theirs
}

type Start = {
  assessmentId: string
  questions: QuestionView[]
  progress: SlimProgress
  /** What a form without JavaScript brought back. */
  refused?: Record<string, { given?: GivenAnswer; problems?: AnswerProblem[]; theirs?: Theirs }>
  readOnly: boolean
}

type Answers = Record<string, OneAnswer>

/** A page's answers while they are typed: saved question by question, kept in this browser until the server has them. */
export function useAnswers({ assessmentId, questions, progress: first, refused = {}, readOnly }: Start) {
  const [answers, setAnswers] = useState<Answers>(() => startWith(questions, refused))
  const [progress, setProgress] = useState(first)
  const [state, setState] = useState<{ kind: SaveState; at?: string; reason?: { key: string; data?: Record<string, string | number> } }>({ kind: 'idle' })
  const [busy, setBusy] = useState(false)
  const drafts = useMemo(() => draftStore(assessmentId), [assessmentId])
  const revisions = useRef(new Map(questions.map(({ id, revision }) => [id, revision])))
  const newest = useRef(new Map<string, GivenAnswer>())
  const queue = useRef<SaveQueue | undefined>(undefined)

  const change = (id: string, part: Partial<OneAnswer>) => setAnswers((all) => (all[id] ? { ...all, [id]: { ...all[id], ...part } } : all))
  const draw = (id: string, given: GivenAnswer, part: Partial<OneAnswer> = {}) =>
    setAnswers((all) => (all[id] ? { ...all, [id]: { ...all[id], live: given, shown: { given, draw: all[id].shown.draw + 1 }, ...part } } : all))

  async function send(id: string): Promise<Sent> {
    const given = newest.current.get(id)
    if (!given) return 'done'
    const reply = await sendAnswer({ assessmentId, questionId: id, given, revision: revisions.current.get(id) ?? 0 })
    switch (reply.kind) {
      case 'saved':
        revisions.current.set(id, reply.revision)
        if (sameAnswer(newest.current.get(id) ?? given, given)) drafts.drop(id)
        change(id, { problems: [], theirs: undefined })
        setProgress(reply.progress)
        setState({ kind: 'saved', at: reply.at })
        return 'done'
      case 'conflict':
        change(id, { theirs: reply.theirs })
        setState({ kind: 'conflict' })
        return 'stop'
      case 'invalid':
        change(id, { problems: reply.problems })
        setState({ kind: 'check' })
        return 'done'
      case 'ended':
        placeToReturn.remember(`${window.location.pathname}#${id}`)
        setState({ kind: 'ended' })
        return 'stop'
      case 'refused':
        setState({ kind: 'refused', reason: reply })
        return 'stop'
      case 'offline':
        setState({ kind: 'offline' })
        return 'again'
    }
  }
  const sendNow = useRef(send)
  useEffect(() => void (sendNow.current = send))

  function keep(id: string, given: GivenAnswer, afterMs = PAUSE_MS) {
    newest.current.set(id, given)
    drafts.put(id, { given, revision: revisions.current.get(id) ?? 0 })
    queue.current?.schedule(id, afterMs)
  }

  useEffect(() => {
    if (readOnly) return
    const own = saveQueue({ send: (id) => sendNow.current(id), onBusy: setBusy })
    queue.current = own
    const flush = () => void own.flush()
    const onHide = () => document.visibilityState === 'hidden' && flush()
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', onHide)
      flush()
    }
  }, [readOnly])

  /** What this browser still holds from before comes back into the fields and is sent. */
  function restore() {
    for (const question of readOnly ? [] : questions) {
      const draft = drafts.get(question.id)
      if (!draft) continue
      if (sameAnswer(draft.given, question.given)) {
        drafts.drop(question.id)
        continue
      }
      revisions.current.set(question.id, draft.revision)
      draw(question.id, draft.given)
      keep(question.id, draft.given, 0)
    }
  }
  const restoreOnce = useRef(restore)
  useEffect(() => {
    const timer = setTimeout(() => restoreOnce.current(), 0)
    return () => clearTimeout(timer)
  }, [])

  return {
    answers, progress, state, busy,
    /** A field of the question changed; `typing` waits for a pause, a choice does not. */
    onChange: (form: HTMLFormElement, question: QuestionView, { typing }: { typing: boolean }) => {
      const given = readGiven(question, entriesOf(form, question.id))
      if (question.type === 'file') given.value = newest.current.get(question.id)?.value ?? question.given.value
      change(question.id, { live: given })
      keep(question.id, given, typing ? PAUSE_MS : 0)
    },
    /** The same answer as before still holds. */
    confirm: (id: string, given: GivenAnswer) => {
      draw(id, given)
      keep(id, given, 0)
    },
    keepMine: (id: string) => {
      const { theirs, live } = answers[id] ?? {}
      if (!theirs || !live) return
      revisions.current.set(id, theirs.revision)
      change(id, { theirs: undefined })
      keep(id, live, 0)
    },
    takeTheirs: (id: string) => {
      const theirs = answers[id]?.theirs
      if (!theirs) return
      revisions.current.set(id, theirs.revision)
      newest.current.delete(id)
      drafts.drop(id)
      draw(id, theirs, { theirs: undefined, problems: [] })
      setState({ kind: 'saved', at: theirs.at })
    },
    setDocuments: (id: string, documents: DocumentView[], { revision, progress: next, at }: { revision?: number; progress?: SlimProgress; at?: string } = {}) => {
      if (revision !== undefined) revisions.current.set(id, revision)
      change(id, { documents, problems: [] })
      if (next) setProgress(next)
      if (at) setState({ kind: 'saved', at })
    },
    flush: () => queue.current?.flush(),
    /** The session has ended: say so, and remember where to go on. */
    end: () => {
      placeToReturn.remember(window.location.pathname)
      setState({ kind: 'ended' })
    },
  }
}
export type PageAnswers = ReturnType<typeof useAnswers>

function startWith(questions: QuestionView[], refused: NonNullable<Start['refused']>): Answers {
  return Object.fromEntries(
    questions.map(({ id, given, documents }) => {
      const back = refused[id]
      const start = back?.given ?? given
      return [id, { shown: { given: start, draw: 0 }, live: start, documents, problems: back?.problems ?? [], theirs: back?.theirs }]
    }),
  )
}

function entriesOf(form: HTMLFormElement, id: string): Entry[] {
  return [...new FormData(form)].flatMap(([name, value]): Entry[] => (typeof value === 'string' && isFieldOf(id, name) ? [[name, value]] : []))
}

import { useLocation } from '@remix-run/react'
import { useCallback, useState, type ReactNode } from 'react'
import type { ReviewAnswer } from '#app/domain/reviews/review-answer.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { Empty } from '../page/empty.tsx'
import { Note } from '../page/note.tsx'
import { ActForm, type Place } from './act-form.tsx'
import { AnswerItem } from './answer-item.tsx'
import { ApproveRest } from './approve-rest.tsx'
import { EvidencePane } from './evidence-pane.tsx'
import { KeyBar } from './key-bar.tsx'
import { SectionList, type SectionCount } from './section-list.tsx'
import { useKeysOn, useReviewKeys } from './use-review-keys.ts'

type WorkspaceProps = {
  answers: ReviewAnswer[]
  sections: SectionCount[]
  place: Place & { q?: string; approved: string[] }
  mayReview: boolean
  zone: string
}

/** Sections, answers, evidence: what needs a person first, then the plain rest, then what is settled. */
export function Workspace({ answers, sections, place, mayReview, zone }: WorkspaceProps) {
  const t = useT()
  const { key } = useLocation()
  const shown = answers.filter(({ section }) => place.section === undefined || section === place.section)
  const first = shown.filter(({ settled, reasons }) => !settled && reasons.length > 0)
  const rest = shown.filter(({ settled, reasons }) => !settled && reasons.length === 0)
  const settled = shown.filter((each) => each.settled)
  const order = [...first, ...rest, ...settled]
  const [picked, setPicked] = useState<{ at: string; id: string }>()
  const pick = useCallback((id: string) => setPicked({ at: key, id }), [key])
  const wanted = picked?.at === key ? picked.id : place.q
  const current = order.find(({ id }) => id === wanted) ?? order[0]
  const [on, switchKeys] = useKeysOn()
  const [help, setHelp] = useState(false)
  const toggleHelp = useCallback(() => setHelp((shows) => !shows), [])
  useReviewKeys({ on: on && mayReview, ids: order.map(({ id }) => id), current: current?.id, pick, help: toggleHelp })
  const open = [...first, ...rest]
  const items = (list: ReviewAnswer[]) =>
    list.map((answer) => (
      <AnswerItem key={answer.id} answer={answer} place={place} current={answer.id === current?.id} next={open[open.indexOf(answer) + 1]?.id} mayReview={mayReview} onPick={pick} />
    ))
  return (
    <>
      <div className="review">
        <SectionList sections={sections} assessmentId={place.assessmentId} current={place.section} />
        <section className="pane answers" aria-label={t('review.answers')}>
          {place.approved.length > 0 && mayReview && <Undo place={place} />}
          <h2>
            {t('review.first.title')} <span className="muted">{first.length}</span>
          </h2>
          {first.length > 0 ? <ol>{items(first)}</ol> : <Empty title={t('review.first.none')}>{t('review.first.noneBody')}</Empty>}
          {mayReview && <ApproveRest answers={rest} place={place} />}
          <Folded title={t('review.rest.each', { count: rest.length })} open={rest.some(({ id }) => id === current?.id)} show={rest.length > 0}>
            {items(rest)}
          </Folded>
          <Folded title={t('review.settled.title', { count: settled.length })} open={settled.some(({ id }) => id === current?.id)} show={settled.length > 0}>
            {items(settled)}
          </Folded>
        </section>
        {current && <EvidencePane key={current.id} answer={current} place={place} mayReview={mayReview} zone={zone} />}
      </div>
      {mayReview && <KeyBar on={on} onSwitch={switchKeys} help={help} />}
    </>
  )
}

function Folded({ title, open, show, children }: { title: string; open: boolean; show: boolean; children: ReactNode }) {
  if (!show) return null
  return (
    <details className="folded" open={open}>
      <summary>{title}</summary>
      <ol>{children}</ol>
    </details>
  )
}

function Undo({ place }: { place: Place & { approved: string[] } }) {
  const t = useT()
  return (
    <Note tone="ok" role="status" title={t('review.undo.title', { count: place.approved.length })}>
      <ActForm action={paths.reviewVerb(place.assessmentId, 'unapprove')} place={place} q={place.approved[0]} fields={{ questionIds: place.approved }}>
        <Button type="submit" small icon="undo" data-key="u">
          {t('common.action.undo')}
        </Button>
      </ActForm>
    </Note>
  )
}

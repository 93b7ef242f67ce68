import type { MouseEvent } from 'react'
import { time } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { paths } from '#app/http/paths.ts'
import { Bar } from '../bar.tsx'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { Status } from '../risk/status.tsx'
import { useHydrated } from '../use-hydrated.ts'
import type { PageAnswers } from './use-answers.ts'

export type Onward = { to: string; label: string; /** A question of this page. */ here?: string }

type SaveBarProps = { answers: Pick<PageAnswers, 'state' | 'busy'>; done: number; total: number; allDone: number; allTotal: number; zone: string; onward: Onward; /** Something on the page was answered before. */ begun: boolean }

/** Sticks to the bottom: whether all is saved, how far one is, and the next thing to do. */
export function SaveBar({ answers: { state, busy }, done, total, allDone, allTotal, zone, onward, begun }: SaveBarProps) {
  const t = useT()
  const hydrated = useHydrated()
  return (
    <div className="savebar" role="region" aria-label={t('portal.section.progressLabel')}>
      <div className="wrap">
        {hydrated ? <Saving state={state} busy={busy} zone={zone} begun={begun} /> : <Button type="submit">{t('portal.section.save')}</Button>}
        <span className="progress">
          <Bar share={total === 0 ? 1 : done / total} />
          {t('portal.section.progress', { answered: done, questions: total, allAnswered: allDone, allQuestions: allTotal })}
        </span>
        <span className="btn-row">
          {onward.here === undefined ? (
            <a className="btn btn-main" href={onward.to}>
              {onward.label}
              <Icon name="right" />
            </a>
          ) : (
            <a className="btn btn-main" href={`#${onward.here}`} onClick={goTo(onward.here)}>
              {onward.label}
              <Icon name="down" />
            </a>
          )}
        </span>
      </div>
    </div>
  )
}

/** Puts the focus on the question's first control, in the middle of what is seen. */
const goTo = (id: string) => (event: MouseEvent) => {
  const target = document.getElementById(id)
  if (!target) return
  event.preventDefault()
  target.focus({ preventScroll: true })
  target.closest('.question')?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}

function Saving({ state, busy, zone, begun }: Pick<PageAnswers, 'state' | 'busy'> & { zone: string; begun: boolean }) {
  const t = useT()
  const { kind, at, reason } = state
  if (kind === 'ended') {
    return (
      <span role="alert">
        <Status mark="attention">
          {t('portal.section.ended')} <a href={paths.portalClosed()}>{t('portal.section.reopenLink')}</a>
        </Status>
      </span>
    )
  }
  const say = () => {
    if (kind === 'offline') return { mark: 'attention' as const, text: t('portal.section.offline') }
    if (kind === 'refused') return { mark: 'attention' as const, text: t('portal.section.refused', { reason: reason ? t.from(reason.key, reason.data) : '' }) }
    if (kind === 'check') return { mark: 'attention' as const, text: t('portal.section.check') }
    if (kind === 'conflict') return { mark: 'attention' as const, text: t('portal.section.conflict') }
    if (busy) return { mark: 'running' as const, text: t('portal.section.saving') }
    if (kind === 'saved' && at) return { mark: 'ok' as const, text: t('portal.section.saved', { time: time(new Date(at), t.locale, zone) }) }
    return begun ? { mark: 'ok' as const, text: t('portal.section.allSaved') } : { mark: 'waiting' as const, text: t('portal.section.notYet') }
  }
  const { mark, text } = say()
  return (
    <span role="status">
      <Status mark={mark}>{text}</Status>
    </span>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { StatusMark, type Tone } from '../risk/status.tsx'

/** A rung with its day ready to read; `tone` colours the mark of the rung we stand on. */
type Rung = { id: string; when: string; what: ReactNode; state: 'past' | 'now' | 'ahead'; tone?: Tone }

const MARK = { past: 'past', now: 'running', ahead: 'waiting' } as const

/** Dates on the way to the legal limit: what was, where we stand, what comes by itself. */
export function Ladder({ rungs }: { rungs: Rung[] }) {
  return (
    <ol className="ladder">
      {rungs.map(({ id, when, what, state, tone }) => (
        <li key={id} className={classNames(state === 'now' && 'now')} aria-current={state === 'now' ? 'step' : undefined}>
          <span>{when}</span>
          <StatusMark mark={MARK[state]} tone={tone} />
          <span>{what}</span>
        </li>
      ))}
    </ol>
  )
}

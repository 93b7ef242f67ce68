import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Mark } from '../mark.tsx'
import type { MarkName } from '../symbols.ts'

export type Tone = 'ok' | 'attention' | 'danger' | 'critical' | 'neutral'

const TONE: Record<MarkName, Tone> = {
  ok: 'ok',
  attention: 'attention',
  danger: 'danger',
  critical: 'critical',
  neutral: 'neutral',
  running: 'neutral',
  waiting: 'neutral',
  past: 'neutral',
}

type StatusProps = { mark: MarkName; tone?: Tone; strong?: boolean; children: ReactNode }

/** A status: one mark and always a word, without a ground. The tone follows the mark. */
export function Status({ mark, tone = TONE[mark], strong = false, children }: StatusProps) {
  return (
    <span className={classNames('status', `is-${tone}`, strong && 'strong')}>
      <Mark name={mark} />
      <span>{children}</span>
    </span>
  )
}

/** The mark alone in its tone, where the word stands elsewhere in the same row. */
export function StatusMark({ mark, tone = TONE[mark] }: { mark: MarkName; tone?: Tone }) {
  return (
    <span className={`is-${tone}`}>
      <Mark name={mark} />
    </span>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Mark } from '../mark.tsx'
import type { Tone } from '../risk/status.tsx'

type NoteProps = { tone?: Tone; title?: string; role?: 'status' | 'alert' | 'group'; actions?: ReactNode; children?: ReactNode }

/** A remark beside the work: the mark and the first words carry the meaning, not the ground. */
export function Note({ tone = 'neutral', title, role, actions, children }: NoteProps) {
  return (
    <div className={classNames('note', tone !== 'neutral' && `is-${tone}`)} role={role} aria-label={role === 'group' ? title : undefined}>
      {title !== undefined && (
        <p className="strong">
          {tone !== 'neutral' && <Mark name={tone} />} {title}
        </p>
      )}
      {children}
      {actions !== undefined && <div className="btn-row">{actions}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { StatusMark } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'

/** What happened, with day and time ready to read and the instant for machines (ISO). */
type Happening = { id: string; at: string; day: string; time: string; mark: MarkName; what: ReactNode; text?: ReactNode }

export function Timeline({ happenings }: { happenings: Happening[] }) {
  return (
    <ol className="timeline">
      {happenings.map(({ id, at, day, time, mark, what, text }) => (
        <li key={id}>
          <time dateTime={at}>
            <b>{day}</b>
            {time}
          </time>
          <span className="at">
            <StatusMark mark={mark} />
          </span>
          <div>
            <span className="what">{what}</span>
            {text !== undefined && <p>{text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

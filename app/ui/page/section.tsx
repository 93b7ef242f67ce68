import { useId, type ReactNode } from 'react'

type SectionProps = { title: string; aside?: ReactNode; id?: string; children: ReactNode }

/** A part of a page under its own heading; `aside` stands muted at the heading's right. */
export function Section({ title, aside, id, children }: SectionProps) {
  const heading = useId()
  return (
    <section className="block" id={id} aria-labelledby={heading}>
      <div className="title">
        <h2 id={heading}>{title}</h2>
        {aside !== undefined && <span className="aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

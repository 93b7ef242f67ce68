import type { MarkName } from './symbols.ts'

/** A filled status mark: the shape that goes with a status word. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg className="m" aria-hidden="true">
      <use href={`#m-${name}`} />
    </svg>
  )
}

import type { IconName } from './symbols.ts'

/** A line icon beside a word; with `label` it may stand alone. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg className="i" role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <use href={`#i-${name}`} />
    </svg>
  )
}

import { Link } from '@remix-run/react'

type Segment = { id: string; label: string; to: string; isCurrent: boolean }

/** Two or three views of the same thing side by side, as links. */
export function Segments({ label, items }: { label: string; items: Segment[] }) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {items.map(({ id, label: name, to, isCurrent }) => (
        <Link key={id} to={to} aria-current={isCurrent ? 'true' : undefined} preventScrollReset>
          {name}
        </Link>
      ))}
    </div>
  )
}

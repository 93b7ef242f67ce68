import { RouteLink } from '../route-link.tsx'
import { StatusMark } from '../risk/status.tsx'

export type Gap = { id: string; text: string; to: string; hint?: string }

/** Questions that need something before or after handing in, each a link to its place. */
export function GapList({ tone, title, body, gaps }: { tone: 'danger' | 'attention'; title: string; body: string; gaps: Gap[] }) {
  return (
    <section className="block gaps" aria-label={title}>
      <h2>
        <StatusMark mark={tone} /> {title}
      </h2>
      <p className="muted">{body}</p>
      <ul>
        {gaps.map(({ id, text, to, hint }) => (
          <li key={id}>
            <RouteLink to={to}>{text}</RouteLink>
            {hint !== undefined && <span className="sub">{hint}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

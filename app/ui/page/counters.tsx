import { number } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'

/** One figure, what it counts, and `before`: the figure of 30 days ago in words. */
type Counter = { id: string; value: number; label: string; before?: string; to: string }

/** Four large figures in one ruled strip, each a link to the list behind it. */
export function Counters({ counters }: { counters: Counter[] }) {
  const locale = useLocale()
  return (
    <ul className="counters">
      {counters.map(({ id, value, label, before, to }) => (
        <li key={id}>
          <RouteLink to={to}>
            <span className="v">{number(value, locale)}</span>
            <span className="l">{label}</span>
            {before !== undefined && <span className="d">{before}</span>}
          </RouteLink>
        </li>
      ))}
    </ul>
  )
}

import { useT } from '#app/i18n/use-t.tsx'
import { useHydrated } from '../use-hydrated.ts'

const KEYS = [
  { keys: ['j', 'k'], word: 'move' },
  { keys: ['a'], word: 'approve' },
  { keys: ['c'], word: 'ask' },
  { keys: ['n'], word: 'note' },
  { keys: ['u'], word: 'undo' },
  { keys: ['?'], word: 'help' },
] as const

/** The keys of the review page, and the switch that turns them off. */
export function KeyBar({ on, onSwitch, help }: { on: boolean; onSwitch: (on: boolean) => void; help: boolean }) {
  const t = useT()
  if (!useHydrated()) return null
  return (
    <div className="keybar" role="note" aria-label={t('review.keys.label')}>
      {on &&
        KEYS.map(({ keys, word }) => (
          <span key={word}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {t(`review.keys.${word}`)}
          </span>
        ))}
      {on && help && <span className="muted">{t('review.keys.explain')}</span>}
      <button type="button" className="btn btn-plain btn-sm" onClick={() => onSwitch(!on)}>
        {t(on ? 'review.keys.off' : 'review.keys.on')}
      </button>
    </div>
  )
}

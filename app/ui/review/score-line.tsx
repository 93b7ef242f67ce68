import type { Tier } from '#app/domain/questionnaires/template.ts'
import { percent } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Band, type BandName } from '../risk/band.tsx'

export type LiveScore = {
  tier: Tier
  ceBp: number
  minimumBp: number
  residual: number
  band: BandName
  decision: 'approve' | 'conditional' | 'reject'
  rules: { rule: string; text: string }[]
  findings: number
}

/** The score as it stands after every act of the reviewer, with the reasons of the decision it leads to. */
export function ScoreLine({ score }: { score: LiveScore }) {
  const t = useT()
  return (
    <dl className="score-line" aria-live="polite">
      <div>
        <dt>{t('review.score.effectiveness')}</dt>
        <dd>
          <b className="num">{percent(score.ceBp, t.locale)}</b> <span className="muted">{t('review.score.minimum', { tier: score.tier, minimum: percent(score.minimumBp, t.locale) })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('review.score.residual')}</dt>
        <dd>
          <Band band={score.band} residual={score.residual} />
        </dd>
      </div>
      <div>
        <dt>{t('review.score.decision')}</dt>
        <dd>
          <span className="strong">{t(`scoring.decision.${score.decision}`)}</span>
          {score.rules.length === 0 && <span className="muted"> {t('review.score.noRules')}</span>}
          {score.rules.map(({ rule, text }, index) => (
            <span className="sub" key={`${rule} ${index}`}>
              {rule} {text}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('review.score.findings')}</dt>
        <dd>{score.findings}</dd>
      </div>
    </dl>
  )
}

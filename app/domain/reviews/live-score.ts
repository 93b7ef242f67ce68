import { MINIMUM_CE } from '../scoring/decision.ts'
import type { Explanation } from '../scoring/explanation.ts'
import type { Score } from '../scoring/score.ts'
import { inLocale } from './answer-words.ts'

/** The figures that move with every act: CE and its minimum, residual and band, the decision with its rules. */
export function liveScore({ inherent, ceBp, residual, band, decision, findings }: Score, explanation: Explanation, locale: 'zh-CN' | 'en') {
  return {
    tier: inherent.tier,
    ceBp,
    minimumBp: MINIMUM_CE[inherent.tier],
    residual,
    band,
    decision,
    rules: explanation.rules.map((rule) => ({ rule: rule.rule, text: inLocale(locale, rule) })),
    findings: findings.length,
  }
}

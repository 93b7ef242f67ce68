import type { DecisionFinding } from '#app/domain/decisions/decision-view.ts'
import { hundredths, type Explanation } from '#app/domain/scoring/explanation.ts'
import type { DecisionMemo } from './decision-memo-pdf.server.ts'

type Words = { zh: string; en: string }
/** A sentence in both languages by its key. */
type SayBoth = (key: string, values?: Record<string, string | number>) => Words

type Decided = { ref: string; vendor: Words; submittedOn: string; decidedAt: Date; zone: string; explanation: Explanation; findings: DecisionFinding[]; reason: string | null; proposedBy: string; confirmedBy: string; say: SayBoth }

/** What the decision memo prints, from the record that the decision was made on. */
export function memoOf({ ref, vendor, submittedOn, decidedAt, zone, explanation, findings, reason, proposedBy, confirmedBy, say }: Decided): DecisionMemo {
  const { residual, inherent, decision, rules, knockouts, ceBp } = explanation
  const tier = inherent.tier.id
  const standing = { tier, residual: hundredths(residual.hundredths), band: residual.band }
  return {
    memoNo: ref,
    decidedAt,
    zone,
    printed: 'both',
    vendor,
    assessment: say('review.memo.assessment', { ref, date: submittedOn }),
    standing: say('review.memo.standing', standing),
    lines: [
      ...inherent.dimensions.map(({ zh, en, points, chosen, number }) => ({
        reason: { zh, en },
        detail: number === undefined ? { zh: chosen.map((each) => each.zh).join('、'), en: chosen.map((each) => each.en).join('; ') } : { zh: String(number), en: String(number) },
        points: String(points),
      })),
      { reason: say('review.memo.inherent', { tier }), points: String(inherent.ir), result: String(inherent.irEff) },
      { reason: say('review.memo.effectiveness', { ce: hundredths(ceBp) }), detail: { zh: residual.zh, en: residual.en }, points: `\u2212${hundredths(inherent.irEff * 100 - residual.hundredths)}`, result: hundredths(residual.hundredths) },
      { reason: say('review.memo.residual', { band: residual.band }), result: hundredths(residual.hundredths), total: true },
    ],
    knockouts: knockouts.map(({ code, zh, en }) => ({ code, text: { zh, en } })),
    findings: findings.map(({ ref: number, question, zh, en, severity, dueOn, preContract }) => ({ id: number ?? question, text: { zh, en }, severity: say(`status.severity.${severity}`), dueOn, preContract })),
    decision: { zh: decision.zh, en: decision.en },
    reasons: [...rules.map(({ rule, zh, en }) => ({ zh: `${rule} ${zh}`, en: `${rule} ${en}` })), ...(rules.length === 0 ? [say('review.reasons.none')] : []), ...(reason ? [{ zh: reason, en: reason }] : [])],
    conditions: decision.id === 'conditional' ? findings.map(({ zh, en, dueOn }) => ({ text: { zh, en }, dueOn })) : [],
    decidedBy: proposedBy,
    confirmedBy,
  }
}

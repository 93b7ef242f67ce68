import type { EvidenceMode } from '../questionnaires/template.ts'
import type { Assurance } from '../scoring/assurance.ts'

const REVIEW_REASONS = [
  'knockout', 'finding', 'worse', 'na_pending', 'evidence_missing', 'evidence_rejected', 'evidence_unreviewed', 'evidence_stale', 'certified_again', 'replied', 'changed',
] as const
export type ReviewReason = (typeof REVIEW_REASONS)[number]

export type AnswerState = {
  knockouts: number
  finding: boolean
  naPending: boolean
  evidenceMode: EvidenceMode
  status: Assurance
  /** Documents attached, not withdrawn, that nobody has judged. */
  unreviewed: number
  /** A certificate alone supports it, as it did last time; at T1 that counts as provided only. */
  certifiedAgain: boolean
  replied: boolean
  /** Score now and in the last decided assessment; undefined for a first one. */
  a: number
  lastA?: number
  changed: boolean
  reviewed: boolean
}

/** Why an answer needs a person first (ux.md, Review): bad answers, open N/A, evidence missing or unjudged, replies, what changed for the worse. */
export function reviewReasons(state: AnswerState): ReviewReason[] {
  const { knockouts, finding, naPending, evidenceMode, status, unreviewed, certifiedAgain, replied, a, lastA, changed } = state
  const worse = lastA !== undefined && a < lastA
  const holds: Record<ReviewReason, boolean> = {
    knockout: knockouts > 0,
    finding,
    worse,
    na_pending: naPending,
    evidence_missing: status === 'missing',
    evidence_rejected: status === 'rejected',
    evidence_unreviewed: evidenceMode === 'required' && unreviewed > 0,
    evidence_stale: status === 'stale',
    certified_again: certifiedAgain,
    replied,
    changed: changed && !worse,
  }
  return REVIEW_REASONS.filter((reason) => holds[reason])
}

/** Nothing is left to do: it was approved, and neither an N/A nor a required document waits for a verdict. */
export function isSettled(state: Pick<AnswerState, 'reviewed'>, reasons: readonly ReviewReason[]): boolean {
  return state.reviewed && !reasons.includes('na_pending') && !reasons.includes('evidence_unreviewed')
}

import { addDays, addMonths, daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { EVIDENCE_STATUSES } from '#app/domain/questionnaires/template.ts'
import type { EvidenceMode, EvidenceStatus, EvidenceType } from '#app/domain/questionnaires/template.ts'
import { statusWithout } from './assurance.ts'

/** One file or certificate attached to an answer. Dates are calendar dates. */
export type AttachedEvidence = {
  type: EvidenceType
  issuedOn?: string
  expiresOn?: string
  review: 'unreviewed' | 'verified' | 'certified' | 'rejected'
  withdrawn?: boolean
}

type EvidenceFacts = {
  mode: EvidenceMode
  answered: boolean
  assessmentDate: string
  /** In the order in which they were attached, withdrawn ones included. */
  attached: readonly AttachedEvidence[]
}

/**
 * Derives an answer's evidence status from what is attached to it (scoring.md §5). The best live evidence counts.
 * A rejection sticks until newer evidence is attached, or the reviewer accepts another piece that is still in date;
 * withdrawing the rejected piece does not clear it. What a second certified cycle is worth at T1 is `statusAtTier`.
 */
export function evidenceStatus(facts: EvidenceFacts): EvidenceStatus {
  const { attached, assessmentDate } = facts
  const live = attached.flatMap((evidence, order) => {
    if (evidence.withdrawn || evidence.review === 'rejected') return []
    const status = statusByAge(evidence, assessmentDate)
    return status === undefined ? [] : [{ order, status }]
  })
  const lastRejection = attached.findLastIndex((evidence) => evidence.review === 'rejected')
  const counting = live.filter(({ order, status }) => order > lastRejection || status === 'verified' || status === 'certified')
  if (counting.length === 0) return lastRejection >= 0 ? 'rejected' : statusOfNone(facts)
  return bestStatus(counting.map(({ status }) => status))
}

/** EVIDENCE_STATUSES runs from best to worst. */
function bestStatus(statuses: EvidenceStatus[]): EvidenceStatus {
  return EVIDENCE_STATUSES.find((status) => statuses.includes(status)) ?? 'attested'
}

/** In mode `self` an answer with nothing dated is its own evidence; one whose evidence is past twice its age has none left. */
function statusOfNone({ mode, answered, attached }: EvidenceFacts): EvidenceStatus {
  return statusWithout(mode, answered && attached.length === 0)
}

/** Undefined once the evidence is so old that it counts as not attached. */
function statusByAge(evidence: AttachedEvidence, on: string): EvidenceStatus | undefined {
  const limits = ageLimits(evidence)
  if (limits.some(({ none }) => none !== undefined && on > none)) return undefined
  if (limits.some(({ stale }) => on > stale)) return 'stale'
  return evidence.review === 'verified' || evidence.review === 'certified' ? evidence.review : 'provided'
}

/** `stale`, `none`: the last day before which the evidence is in date, and counts at all. */
function ageLimits({ type, issuedOn, expiresOn }: AttachedEvidence): { stale: string; none?: string }[] {
  const limits: { stale: string; none?: string }[] = []
  if (type.max_age_months !== null && issuedOn !== undefined) {
    limits.push({ stale: addMonths(issuedOn, type.max_age_months), none: addMonths(issuedOn, 2 * type.max_age_months) })
  }
  if (type.use_expiry_date && expiresOn !== undefined) {
    limits.push({ stale: expiresOn, none: issuedOn === undefined ? undefined : addDays(expiresOn, daysBetween(issuedOn, expiresOn)) })
  }
  return limits
}

import type { Tier } from '#app/domain/questionnaires/template.ts'
import { BANDS, type Band } from './residual.ts'

/** `full_onsite_biennial`: full remote audits, at least one audit in two years on site. */
type AuditDepth = 'onsite' | 'full_onsite_biennial' | 'light'

type Cadence = {
  auditMonths: number
  firstAuditMonths: number
  auditDepth: AuditDepth
  reassessMonths: number
  logDays: number
  attestationMonths: number
}

const CADENCE: Record<Tier, Cadence> = {
  T1: { auditMonths: 6, firstAuditMonths: 3, auditDepth: 'onsite', reassessMonths: 12, logDays: 7, attestationMonths: 6 },
  T2: { auditMonths: 12, firstAuditMonths: 6, auditDepth: 'full_onsite_biennial', reassessMonths: 12, logDays: 30, attestationMonths: 6 },
  T3: { auditMonths: 12, firstAuditMonths: 9, auditDepth: 'light', reassessMonths: 24, logDays: 30, attestationMonths: 6 },
  T4: { auditMonths: 12, firstAuditMonths: 12, auditDepth: 'light', reassessMonths: 36, logDays: 31, attestationMonths: 6 },
}

const SHORTEST_AUDIT_MONTHS = 3

/**
 * How often a vendor is audited, reassessed and reports (scoring.md §11). Band C halves the audit interval, not below 3;
 * band D or E, or any override of a rejection (`byOverride`), makes it 3.
 */
export function cadenceOf({ tier, band, byOverride = false }: { tier: Tier; band: Band; byOverride?: boolean }): Cadence {
  const usual = CADENCE[tier]
  if (byOverride || band === 'D' || band === 'E') return { ...usual, auditMonths: SHORTEST_AUDIT_MONTHS }
  if (band !== 'C') return usual
  return { ...usual, auditMonths: Math.max(SHORTEST_AUDIT_MONTHS, usual.auditMonths / 2) }
}

/** True when the live band is worse than the assessed one by two or more: reassess early (scoring.md §11). */
export function hasFallenTwoBands(assessed: Band, live: Band): boolean {
  return BANDS.indexOf(live) - BANDS.indexOf(assessed) >= 2
}

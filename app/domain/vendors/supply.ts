import { holding } from '#app/domain/state-machine.ts'
import { accessIsOff, type VendorFlag, type VendorStatus } from './vendor.ts'

export const SUPPLY_REFUSALS = [
  'must_terminate',
  'vendor_not_active',
  'supply_suspended',
  'agreement_missing',
  'agreement_not_active',
  'outside_period',
  'assessment_invalid',
] as const
export type SupplyRefusal = (typeof SUPPLY_REFUSALS)[number]

export interface SupplyQuestion {
  vendor: { status: VendorStatus; flags: readonly VendorFlag[] }
  /** `authStart` and `authEnd` are calendar dates, both included. */
  agreement: { status: string; authStart: string; authEnd: string } | undefined
  assessmentValid: boolean
  today: string
}

/** The supply gate (PC-19): no transfer entry, account or token without an active vendor, agreement and a valid assessment. */
export function supplyAllowed(question: SupplyQuestion): { allowed: true } | { allowed: false; reason: SupplyRefusal } {
  const { vendor, agreement, today } = question
  const [reason] = holding<SupplyRefusal>({
    must_terminate: vendor.flags.includes('MUST_TERMINATE'),
    vendor_not_active: accessIsOff(vendor.status),
    supply_suspended: vendor.flags.includes('SUPPLY_SUSPENDED'),
    agreement_missing: !agreement,
    agreement_not_active: agreement?.status !== 'active',
    outside_period: !agreement || today < agreement.authStart || today > agreement.authEnd,
    assessment_invalid: !question.assessmentValid,
  })
  return reason ? { allowed: false, reason } : { allowed: true }
}

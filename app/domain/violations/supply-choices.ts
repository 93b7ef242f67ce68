import { isHighOrCritical, type Severity } from './severity.ts'

export const SUPPLY_CHOICES = ['keep', 'suspend', 'lift'] as const
type SupplyChoice = (typeof SUPPLY_CHOICES)[number]

/** What triage may do with the supply, the proposed choice first: a suspension by the product may be lifted, a high severity proposes one (rulings 20). */
export function supplyChoices(severity: Severity, vendor: { suspended: boolean; suspendedByPerson: boolean }): SupplyChoice[] {
  if (vendor.suspended) return vendor.suspendedByPerson ? ['keep'] : ['keep', 'lift']
  return isHighOrCritical(severity) ? ['suspend', 'keep'] : ['keep', 'suspend']
}

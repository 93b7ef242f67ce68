import type { VendorFlag } from './vendor.ts'

/** Flags whose data the product keeps, heaviest first. */
export const COMPUTED_FLAGS = ['MUST_TERMINATE', 'AUDIT_OVERDUE', 'SUPPLY_SUSPENDED'] as const satisfies VendorFlag[]
export type ComputedFlag = (typeof COMPUTED_FLAGS)[number]

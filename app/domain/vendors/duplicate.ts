import type { VendorStatus } from './vendor.ts'

/** A vendor that may be the same company. `same`: it carries the same registration number. */
export type Duplicate = {
  id: string
  ref: string
  name: string
  nameAlt: string | null
  regNo: string | null
  status: VendorStatus
  same: boolean
  /** Last day of a ban that runs now. */
  bannedUntil: string | null
}

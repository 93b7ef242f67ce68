import type { Tier } from '#app/domain/questionnaires/template.ts'
import type { Band } from '#app/domain/scoring/residual.ts'
import type { ComputedFlag } from './computed-flag.ts'
import type { VendorStatus } from './vendor.ts'

type NextKind = 'audit' | 'finding' | 'agreement_end' | 'reassessment' | 'questionnaire'

/** A vendor as a row of a list, and as the API gives it. */
export type ListedVendor = {
  id: string
  ref: string
  name: string
  nameAlt: string | null
  regNo: string | null
  country: string
  status: VendorStatus
  tier: Tier | null
  band: Band | null
  /** Live residual in hundredths. */
  residualH: number | null
  flags: ComputedFlag[]
  ownerId: string | null
  ownerName: string | null
  /** The earliest date that is open, overdue ones included. */
  nextOn: string | null
  nextKind: NextKind | null
  updatedAt: string
}

import type { FindingExtensionBlocker } from './finding.ts'

/** What a reader may do with a finding now; what is blocked says why. `latest`: the last day that an extension may reach. */
export type FindingActs = {
  plan: boolean
  fixed: boolean
  verify: boolean
  verifyBlock?: 'second_person_needed'
  extend: boolean
  extendBlock?: FindingExtensionBlocker
  latest: string
}

import type { LadderSubject } from '#app/domain/notifications/subject.ts'

/** One thing that alerts speak about, with everything a message needs to say of it. */
export type AlertSubject = {
  /** Alerts whose ladders run over it, such as N-01 and N-02 over one audit cycle. */
  alerts: string[]
  type: 'audit' | 'agreement' | 'finding' | 'case' | 'step' | 'assessment' | 'vendor' | 'evidence' | 'transfer' | 'system'
  ladder: LadderSubject
  /** Row that automatic actions work on. */
  rowId: string
  vendorId?: string
  /** Members who hold a role on this subject only; ids of users. */
  owner?: string
  requester?: string
  businessOwner?: string
  /** The vendor's contacts who hear of it; without a list, its primary contacts. */
  contacts?: string[]
  /** {vendor}, {finding}, {step} …: names and numbers, never customer information. */
  words: Record<string, string>
  /** Where the person goes to act, below the public address. */
  path: string
  /** What a link for the vendor's contact opens. */
  portal?: { type: 'assessment' | 'agreement' | 'home'; id?: string }
}

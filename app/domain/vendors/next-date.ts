type DateKind = 'audit' | 'finding' | 'agreement_end' | 'reassessment' | 'questionnaire' | 'audit_start' | 'certificate' | 'notice'

/** A date of a vendor that lies ahead; `id` is the record behind it. */
export type NextDate = { on: string; kind: DateKind; ref: string; id: string | null }

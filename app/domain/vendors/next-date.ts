export const DATE_KINDS = ['audit', 'finding', 'agreement_end', 'reassessment', 'questionnaire', 'audit_start', 'certificate', 'notice'] as const

/** A date of a vendor that lies ahead; `id` is the record behind it. */
export type NextDate = { on: string; kind: (typeof DATE_KINDS)[number]; ref: string; id: string | null }

/** Where a suspicion comes from (violations.yaml sources). */
export const CASE_SOURCES = ['access_log', 'audit', 'notifier', 'self_report', 'report', 'regulator', 'public_source'] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

/** What a person may give as the source; the notifier speaks for itself. */
export const REPORTED_SOURCES = ['report', 'self_report', 'access_log', 'audit', 'regulator', 'public_source'] as const satisfies CaseSource[]

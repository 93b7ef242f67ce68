/** Where a suspicion comes from (violations.yaml sources). */
export type CaseSource = 'access_log' | 'audit' | 'notifier' | 'self_report' | 'report' | 'regulator' | 'public_source'

/** What a person may give as the source; the notifier speaks for itself. */
export const REPORTED_SOURCES = ['report', 'self_report', 'access_log', 'audit', 'regulator', 'public_source'] as const satisfies CaseSource[]

export const FINDING_STATUSES = ['open', 'plan_received', 'fixed', 'rejected', 'verified', 'accepted'] as const
export type FindingStatus = (typeof FINDING_STATUSES)[number]

/** From the gravest down, as lists show them. */
export const FINDING_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number]

/** From lightest to heaviest. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

export function heavierSeverity(a: Severity, b: Severity): Severity {
  return severityRank(a) >= severityRank(b) ? a : b
}

export function lighterSeverity(a: Severity, b: Severity): Severity {
  return severityRank(a) <= severityRank(b) ? a : b
}

/** One level up; critical stays critical. */
export function raisedSeverity(severity: Severity): Severity {
  return SEVERITIES[severityRank(severity) + 1] ?? 'critical'
}

export function isHighOrCritical(severity: Severity): boolean {
  return severity === 'high' || severity === 'critical'
}

type FactValue = string | number | boolean
/** What is known about a subject when a stage is due, such as `severity` or `vendor_task_open`. */
export type Facts = Readonly<Record<string, FactValue | undefined>>

type Comparison = { fact: string; eq?: FactValue; in?: FactValue[]; min?: number }
export type Condition = Comparison | { not: Condition } | { all: Condition[] } | { any: Condition[] }

/** A bare `fact` asks whether it is true; an unknown fact holds nothing. No condition always holds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (condition === undefined) return true
  if ('not' in condition) return !holds(condition.not, facts)
  if ('all' in condition) return condition.all.every((part) => holds(part, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, facts))
  const value = facts[condition.fact]
  if (condition.eq !== undefined) return value === condition.eq
  if (condition.in !== undefined) return value !== undefined && condition.in.includes(value)
  if (condition.min !== undefined) return typeof value === 'number' && value >= condition.min
  return value === true
}

/** round_half_up(n / d) for integers n >= 0, d > 0, exact up to 2^52 (scoring.md §1). */
export function roundHalfUp(n: number, d: number): number {
  const doubled = 2 * n + d
  return (doubled - (doubled % (2 * d))) / (2 * d)
}

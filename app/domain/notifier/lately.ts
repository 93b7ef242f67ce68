const DAYS_BACK = 40

/** How far back a stopped subject is still looked at: "resolved" goes out at the next run, an outage included. */
export function lately(now: Date): Date {
  return new Date(now.getTime() - DAYS_BACK * 86_400_000)
}

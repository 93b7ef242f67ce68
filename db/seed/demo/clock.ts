import { addDays } from '#app/domain/organisations/calendar-dates.ts'

/** The demo's time: days before today, each step a little later on its day than the one before. */
export type DemoClock = { today: string; date: (daysFromToday: number) => string; at: (daysFromToday: number, minute: number) => Date }

const FIRST_HOUR_UTC = 1 // nine in the morning in Shanghai
const MINUTES = 60_000

export function demoClock(now: Date, today: string): DemoClock {
  const date = (days: number) => addDays(today, days)
  return {
    today,
    date,
    at: (days, minute) => {
      const at = new Date(new Date(`${date(days)}T00:00:00Z`).getTime() + FIRST_HOUR_UTC * 60 * MINUTES + minute * MINUTES)
      return at > now ? now : at
    },
  }
}

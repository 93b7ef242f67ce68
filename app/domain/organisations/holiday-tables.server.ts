import { readTemplate } from '#app/platform/templates.server.ts'

type HolidayTable = { year: number; country: string; source: string; holidays: string[]; workDays: string[] }

type Programme = { calendar: Record<string, unknown> }
type Table = { source: string; holidays: string[]; work_days: string[] }

/** The published holiday tables that the product carries (templates/audits/programme.yaml, calendar.business_calendar_YYYY_CC). */
export function holidayTables(): HolidayTable[] {
  return Object.entries(readTemplate<Programme>('audits/programme.yaml').calendar).flatMap(([key, value]) => {
    const named = /^business_calendar_(\d{4})_([a-z]{2})$/.exec(key)
    if (!named?.[1] || !named[2]) return []
    const table = value as Table
    return [{ year: Number(named[1]), country: named[2].toUpperCase(), source: table.source, holidays: table.holidays, workDays: table.work_days }]
  })
}

/** A table as rows of calendar_days. */
export function daysOf({ holidays, workDays }: HolidayTable): { day: string; kind: 'holiday' | 'work_day' }[] {
  return [...holidays.map((day) => ({ day, kind: 'holiday' as const })), ...workDays.map((day) => ({ day, kind: 'work_day' as const }))]
}

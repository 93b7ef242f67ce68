import { computeVectors, type DateVector } from '#app/domain/audits/date-vectors.ts'
import { businessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { CommandProblem, itemsOf, printJson, readOptions, readSource, WrongUsage, type Run } from './command.ts'

type Programme = { calendar: { business_calendar_2026_cn: { holidays: string[]; work_days: string[] } } }

export const dates: Run = async (given) => {
  const { rest: words } = readOptions(given, [])
  if (words.length === 0) throw new WrongUsage('dates needs a file, or - for standard input')
  const { holidays, work_days } = readTemplate<Programme>('audits/programme.yaml').calendar.business_calendar_2026_cn
  const calendar = businessCalendar({ holidays, workDays: work_days })
  const vectors = words.flatMap((word) => itemsOf(readSource(word), ['test_vectors', 'vectors', 'calendar.test_vectors'], (value) => 'fn' in value))
  printJson(computeVectors(vectors.map(withOwnCalendar), calendar))
}

function withOwnCalendar(vector: unknown, index: number): DateVector {
  if (typeof vector !== 'object' || vector === null) throw new CommandProblem(`vector ${index + 1}: expected {fn, args}`)
  const { calendar, ...rest } = vector as DateVector & { calendar?: unknown }
  if (calendar === undefined) return rest
  const lists = calendar as { holidays?: unknown; work_days?: unknown }
  const isDays = (days: unknown): days is string[] | undefined => days === undefined || (Array.isArray(days) && days.every((day) => typeof day === 'string'))
  if (typeof calendar !== 'object' || calendar === null || !isDays(lists.holidays) || !isDays(lists.work_days))
    throw new CommandProblem(`vector ${index + 1}: calendar must be {holidays: [dates], work_days: [dates]}`)
  return { ...rest, calendar: businessCalendar({ holidays: lists.holidays ?? [], workDays: lists.work_days ?? [] }) }
}

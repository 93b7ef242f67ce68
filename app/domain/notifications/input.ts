import { z } from 'zod'
import { wholeNumber } from '../input.ts'
import { isCalendarDate } from '../organisations/calendar-dates.ts'
import { AUDIENCE_ROLES } from './alert.ts'
import type { LadderCase } from './ladder-case.ts'
import { SNOOZE_DAYS } from './snooze.ts'

export const SnoozeInput = z.object({ days: wholeNumber(1, SNOOZE_DAYS) })

const date = z.string().refine(isCalendarDate, 'must be an existing date written YYYY-MM-DD')
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/, 'must be a date, a local time or an instant')
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const role = z.enum(AUDIENCE_ROLES)
const days = z.strictObject({ from: date, to: date })

const subject = z.strictObject({
  id: z.string().optional(),
  parts: z.record(z.string(), z.string()).optional(),
  created: time.optional(),
  start_on: date.optional(),
  due: date.optional(),
  clock_start: time.optional(),
  clock_end: time.optional(),
  grace: z.int().min(0).optional(),
  legal_cap: date.optional(),
  facts: facts.optional(),
  variant: z.string().optional(),
  vendor_in_exit: z.boolean().optional(),
})

const event = z.strictObject({
  at: time,
  stop: z.boolean().optional(),
  due: date.optional(),
  clock_end: time.optional(),
  facts: facts.optional(),
  raised: z.boolean().optional(),
  vendor_in_exit: z.boolean().optional(),
  vacant: z.array(role).optional(),
  acknowledge: z.string().optional(),
  snooze: z.strictObject({ who: z.array(role), until: time }).optional(),
})

/** A story for the alert ladders as it stands in a file (ladder-case.ts); an unknown key is a mistake, not a decoration. */
export const ladderCase: z.ZodType<LadderCase> = z.strictObject({
  alert: z.union([z.string(), z.array(z.string()).min(1)]),
  subject,
  calendar: z.strictObject({ holidays: z.array(date), work_days: z.array(date) }).optional(),
  zone: z.string().optional(),
  runs: z.array(time).optional(),
  daily: days.extend({ except: z.array(days).optional() }).optional(),
  events: z.array(event).optional(),
})

import { z } from 'zod'
import { calendarDate, optionalText, revision, text } from '../input.ts'

export const PlanInput = z.object({ plan: text(4000, 10), revision })
export const FixedInput = z.object({ proof: text(4000, 10), revision })
export const VerifyInput = z.object({ note: optionalText(2000), revision })
export const RejectInput = z.object({ reason: text(2000, 10), revision })
export const ExtendInput = z.object({ dueOn: calendarDate, reason: text(2000, 10), revision })

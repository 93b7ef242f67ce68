import { z } from 'zod'
import { optionalDate, optionalId, optionalText } from '../input.ts'

const blank = <T extends z.ZodType>(schema: T) => schema.catch(undefined as never)

/** Filters of the trail as they stand in an address; what cannot be read counts as not set. */
export const TrailAddress = z.object({
  person: blank(optionalId),
  action: blank(optionalText(80)),
  vendor: blank(optionalId),
  from: blank(optionalDate),
  to: blank(optionalDate),
  before: blank(z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional()),
})
export type TrailAddress = z.infer<typeof TrailAddress>

import { date, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Every table of an organisation starts with this column, and so do its keys. */
export const orgId = () => uuid().notNull()
/** uuid v7, made in the app. */
export const id = () => uuid().notNull()
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })
/** A calendar date in the organisation's zone, 'YYYY-MM-DD'. */
export const day = () => date({ mode: 'string' })
/** Optimistic lock: raised by every update. */
export const revision = () => integer().notNull().default(1)

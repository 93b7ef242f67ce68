import { boolean, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, orgId, revision } from './columns.ts'

/** The unit that answers for customer information (R6.1.1, PC-20). */
export type ResponsibleUnit = { department: string; lead: string; phone: string; email: string }

/** Global: the list of organisations on this installation. */
export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  nameAlt: text(),
  regNo: text(),
  address: text(),
  country: text().notNull().default('CN'),
  zone: text().notNull().default('Asia/Shanghai'),
  language: text().$type<'zh-CN' | 'en'>().notNull().default('zh-CN'),
  unit: jsonb().$type<ResponsibleUnit>(),
  isDemo: boolean().notNull().default(false),
  /** Local day whose 09:00 run has happened; the scheduler reads these two for all organisations in one query. */
  dailyRunOn: day(),
  /** The next instant at which something happens by the minute. */
  clockDueAt: instant(),
  createdAt: instant().notNull(),
  revision: revision(),
})

/** Days on which the organisation's calendar differs from Monday to Friday. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    orgId: orgId(),
    day: day().notNull(),
    kind: text().$type<'holiday' | 'work_day'>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.day] })],
)

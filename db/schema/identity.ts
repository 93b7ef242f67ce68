import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '#app/domain/identity/actor.ts'
import { id, instant, orgId, revision } from './columns.ts'
import { organisations } from './organisations.ts'

/** Global: a person may belong to several organisations. */
export const users = pgTable('users', {
  id: uuid().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text(),
  language: text().$type<'zh-CN' | 'en'>().notNull().default('zh-CN'),
  isActive: boolean().notNull().default(true),
  createdAt: instant().notNull(),
})

/** Global: found by the hash of the cookie's secret before the organisation is known. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull().unique(),
    userId: uuid().notNull().references(() => users.id, { onDelete: 'cascade' }),
    activeOrgId: uuid(),
    userAgent: text(),
    ip: text(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.userId)],
)

/** Global: password resets. Only the hash of a token is kept. */
export const accountTokens = pgTable('account_tokens', {
  tokenHash: text().primaryKey(),
  userId: uuid().notNull().references(() => users.id, { onDelete: 'cascade' }),
  purpose: text().$type<'reset'>().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
})

/** Global: counters that several processes share, by hashed key. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expiresAt: instant().notNull(),
})

export const memberships = pgTable(
  'memberships',
  {
    orgId: orgId().references(() => organisations.id, { onDelete: 'cascade' }),
    userId: uuid().notNull().references(() => users.id, { onDelete: 'cascade' }),
    roles: text().array().$type<Role[]>().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId] }), index().on(t.userId)],
)

export const invitations = pgTable(
  'invitations',
  {
    orgId: orgId().references(() => organisations.id, { onDelete: 'cascade' }),
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    language: text().$type<'zh-CN' | 'en'>().notNull(),
    tokenHash: text().notNull(),
    invitedBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), unique().on(t.orgId, t.tokenHash)],
)

import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { customType } from 'drizzle-orm/pg-core'
import { instant, orgId } from './columns.ts'

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** Append-only, one hash chain an organisation, partitioned by year; written by trail_append() only. `body` holds the exact bytes that `hash` covers. */
export const trail = pgTable(
  'trail',
  {
    orgId: orgId(),
    at: instant().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    vendorId: uuid(),
    actorKind: text().notNull(),
    actorId: text(),
    actorName: text(),
    body: text().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.at, t.seq] }),
    index().on(t.orgId, t.seq),
    index().on(t.orgId, t.vendorId, t.seq),
    index().on(t.orgId, t.subjectId, t.seq),
  ],
)

export const trailHeads = pgTable(
  'trail_heads',
  { orgId: orgId(), seq: bigint({ mode: 'number' }).notNull(), hash: bytes().notNull() },
  (t) => [primaryKey({ columns: [t.orgId] })],
)

/** Entries that no reader has taken yet: the outbox of every write. */
export const trailUnread = pgTable(
  'trail_unread',
  { orgId: orgId(), seq: bigint({ mode: 'number' }).notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.orgId, t.seq] })],
)

/** A chain's head signed with a key that is kept outside the database. */
export const trailCheckpoints = pgTable(
  'trail_checkpoints',
  {
    orgId: orgId(),
    seq: bigint({ mode: 'number' }).notNull(),
    hash: bytes().notNull(),
    signature: bytes().notNull(),
    keyId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.seq] })],
)

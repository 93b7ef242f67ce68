import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, instant, orgId, revision } from './columns.ts'
import { vendors, type Tier } from './vendors.ts'

export type EngagementStatus = 'draft' | 'submitted' | 'withdrawn'

/** A service bought from a vendor: the need, its scope and the inherent risk that follows (R7.1.1). */
export const engagements = pgTable(
  'engagements',
  {
    orgId: orgId(),
    id: id(),
    ref: text().notNull(),
    vendorId: uuid().notNull(),
    title: text().notNull(),
    status: text().$type<EngagementStatus>().notNull(),
    requesterId: uuid().notNull(),
    businessOwnerId: uuid(),
    /** IN-01 … IN-23 by id, as in the questionnaire template's intake. */
    intake: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What is said about a choice that asks for it ("other", "no, with reasons"), by item. */
    intakeNotes: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Impact assessment (IN-19, gate G3). */
    piaFileId: uuid(),
    /** Requester's conflict-of-interest statement (gate G5). */
    conflictStatement: text(),
    tier: text().$type<Tier>(),
    inherentRisk: integer(),
    inherent: jsonb().$type<Record<string, unknown>>(),
    submittedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.ref),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    index().on(t.orgId, t.vendorId),
    index().on(t.orgId, t.updatedAt, t.id),
  ],
)

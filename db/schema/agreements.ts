import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AgreementStatus } from '#app/domain/agreements/agreement.ts'
import { day, id, instant, orgId, revision } from './columns.ts'
import { engagements } from './engagements.ts'
import { vendors } from './vendors.ts'

/** The machine-readable scope and the agreement that grants it (R7.2). */
export const agreements = pgTable(
  'agreements',
  {
    orgId: orgId(),
    id: id(),
    number: text().notNull(),
    vendorId: uuid().notNull(),
    engagementId: uuid().notNull(),
    assessmentId: uuid(),
    predecessorId: uuid(),
    status: text().$type<AgreementStatus>().notNull(),
    version: integer().notNull().default(1),
    /** Parameter id → value (templates/agreements). */
    parameters: jsonb().$type<Record<string, unknown>>().notNull(),
    facts: jsonb().$type<Record<string, boolean>>().notNull(),
    intake: jsonb().$type<Record<string, unknown>>().notNull(),
    addedClauses: text().array().notNull().default([]),
    removedClauses: text().array().notNull().default([]),
    /** Schedule 1 rows: what access logs are held against. */
    scope: jsonb().$type<Record<string, unknown>[]>().notNull(),
    /** Schedules 2, 3 and 5, from the accepted answers. */
    schedules: jsonb().$type<Record<string, unknown>>().notNull(),
    authStart: day().notNull(),
    authEnd: day().notNull(),
    effectiveOn: day(),
    /** Text as sent, both languages, and its SHA-256: any later edit is a new version. */
    frozenText: text(),
    digest: text(),
    sentAt: instant(),
    sentBy: uuid(),
    signedAt: instant(),
    endedAt: instant(),
    endReason: text(),
    signedFileId: uuid(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.number),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.engagementId], foreignColumns: [engagements.orgId, engagements.id] }),
    index().on(t.orgId, t.vendorId),
    index().on(t.orgId, t.status, t.authEnd, t.id),
  ],
)

export const signatures = pgTable(
  'signatures',
  {
    orgId: orgId(),
    agreementId: uuid().notNull(),
    version: integer().notNull(),
    party: text().$type<'company' | 'vendor'>().notNull(),
    signerKind: text().$type<'member' | 'contact'>().notNull(),
    signerId: uuid().notNull(),
    name: text().notNull(),
    role: text().notNull(),
    digest: text().notNull(),
    consent: text().notNull(),
    ip: text(),
    signedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.agreementId, t.version, t.party] }),
    foreignKey({ columns: [t.orgId, t.agreementId], foreignColumns: [agreements.orgId, agreements.id] }).onDelete('cascade'),
  ],
)

/** Every supply of customer information to a vendor, allowed or refused by the gate (PC-16, PC-19). */
export const transfers = pgTable(
  'transfers',
  {
    orgId: orgId(),
    id: id(),
    vendorId: uuid().notNull(),
    agreementId: uuid(),
    infoTypes: text().array().notNull(),
    subjectCount: integer().notNull(),
    purpose: text().notNull(),
    scenario: text().notNull(),
    /** Undefined when allowed, else the gate's reason code. */
    refusal: text(),
    requestedBy: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    index().on(t.orgId, t.vendorId, t.at),
  ],
)

import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AgreementStatus } from '#app/domain/agreements/agreement.ts'
import type { AcceptedAnswer } from '#app/domain/agreements/commitments.ts'
import type { Deviation } from '#app/domain/agreements/deviations.ts'
import type { Draft } from '#app/domain/agreements/draft.ts'
import type { ParameterValues } from '#app/domain/agreements/parameters.ts'
import type { Contact } from '#app/domain/agreements/schedules.ts'
import type { ScopeRow } from '#app/domain/agreements/scope.ts'
import type { IntakeAnswers, TableRow } from '#app/domain/questionnaires/template.ts'
import { day, id, instant, orgId, revision } from './columns.ts'
import { engagements } from './engagements.ts'
import { vendors } from './vendors.ts'

export type ScheduleSources = { accepted: AcceptedAnswer[]; subProcessors: TableRow[]; contacts: Contact[] }

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
    parameters: jsonb().$type<ParameterValues>().notNull(),
    facts: jsonb().$type<Record<string, boolean>>().notNull(),
    intake: jsonb().$type<IntakeAnswers>().notNull(),
    addedClauses: text().array().notNull().default([]),
    removedClauses: text().array().notNull().default([]),
    /** Schedule 1 rows: what access logs are held against. */
    scope: jsonb().$type<ScopeRow[]>().notNull(),
    /** What Schedules 2, 3 and 5 are made from: accepted answers, sub-processors, contacts. */
    schedules: jsonb().$type<ScheduleSources>().notNull(),
    deviations: jsonb().$type<Deviation[]>().notNull().default([]),
    authStart: day().notNull(),
    authEnd: day().notNull(),
    effectiveOn: day(),
    /** Text as sent, both languages, and its SHA-256; a later edit is a new version. */
    frozenText: text(),
    /** The draft that the frozen text is of: what the PDF is drawn from, whatever the library says later. */
    frozenDraft: jsonb().$type<Draft>(),
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

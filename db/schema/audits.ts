import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AuditState } from '#app/domain/audits/audit.ts'
import type { SpecialAuditTrigger } from '#app/domain/audits/special-audits.ts'
import { agreements } from './agreements.ts'
import { day, id, instant, orgId, revision } from './columns.ts'
import { vendors } from './vendors.ts'

export const auditCycles = pgTable(
  'audit_cycles',
  {
    orgId: orgId(),
    id: id(),
    ref: text().notNull(),
    vendorId: uuid().notNull(),
    agreementId: uuid().notNull(),
    kind: text().$type<'first' | 'regular' | 'special'>().notNull(),
    depth: text().$type<'light' | 'full' | 'onsite'>().notNull(),
    state: text().$type<AuditState>().notNull(),
    /** Stored unrolled: feeds the next computation, so rolling never drifts. */
    dueNominal: day().notNull(),
    /** Day of the month that later cycles return to after a short month. */
    anchorDay: integer(),
    /** Rolled back to a business day. */
    dueEffective: day().notNull(),
    legalCap: day().notNull(),
    isMissed: boolean().notNull().default(false),
    /** Why an audit outside the cycle was called for. */
    trigger: text().$type<SpecialAuditTrigger>(),
    leadAuditorId: uuid(),
    /** The external auditor's firm; undefined for an own auditor. */
    auditorFirm: text(),
    startOn: day(),
    notifiedAt: instant(),
    /** The same seed draws the same sample again. */
    sampleSeed: text(),
    vendorCausedDelay: boolean().notNull().default(false),
    /** A proposed postponement waits for the reviewer's approval. */
    postponeTo: day(),
    postponeProposedBy: uuid(),
    postponedAt: instant(),
    postponeReason: text(),
    reportSentAt: instant(),
    /** What the vendor says about the draft report. */
    vendorComment: text(),
    vendorAnsweredAt: instant(),
    reviewerId: uuid(),
    score: integer(),
    grade: text().$type<'A' | 'B' | 'C' | 'D'>(),
    summary: text(),
    completedOn: day(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.ref),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.agreementId], foreignColumns: [agreements.orgId, agreements.id] }),
    index().on(t.orgId, t.state, t.dueEffective, t.id),
    index().on(t.orgId, t.vendorId),
  ],
)

export const auditResults = pgTable(
  'audit_results',
  {
    orgId: orgId(),
    auditId: uuid().notNull(),
    checkId: text().notNull(),
    outcome: text().$type<'conform' | 'observation' | 'minor' | 'major' | 'critical' | 'not_applicable' | 'not_tested'>().notNull(),
    note: text(),
    evidence: text(),
    fileId: uuid(),
    /** A test that could not happen through the company's own doing does not count. */
    causedByCompany: boolean().notNull().default(false),
    /** How and by when the vendor will put a failure right. */
    plan: text(),
    updatedAt: instant().notNull(),
    updatedBy: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.auditId, t.checkId] }),
    foreignKey({ columns: [t.orgId, t.auditId], foreignColumns: [auditCycles.orgId, auditCycles.id] }).onDelete('cascade'),
  ],
)

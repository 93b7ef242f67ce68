import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AuditState } from '#app/domain/audits/audit.ts'
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
    /** Rolled back to a business day. */
    dueEffective: day().notNull(),
    legalCap: day().notNull(),
    isMissed: boolean().notNull().default(false),
    leadAuditorId: uuid(),
    startOn: day(),
    notifiedAt: instant(),
    vendorCausedDelay: boolean().notNull().default(false),
    postponedAt: instant(),
    postponeReason: text(),
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
    updatedAt: instant().notNull(),
    updatedBy: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.auditId, t.checkId] }),
    foreignKey({ columns: [t.orgId, t.auditId], foreignColumns: [auditCycles.orgId, auditCycles.id] }).onDelete('cascade'),
  ],
)

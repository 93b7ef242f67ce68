import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { FindingStatus } from '#app/domain/findings/finding-status.ts'
import { day, id, instant, orgId, revision } from './columns.ts'
import { vendors } from './vendors.ts'

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

export const findings = pgTable(
  'findings',
  {
    orgId: orgId(),
    id: id(),
    ref: text().notNull(),
    vendorId: uuid().notNull(),
    source: text().$type<'assessment' | 'audit' | 'case' | 'internal'>().notNull(),
    sourceId: uuid().notNull(),
    /** Question or check that raised it; one finding per item and source. */
    itemId: text().notNull(),
    severity: text().$type<Severity>().notNull(),
    text: jsonb().$type<{ zh: string; en: string }>().notNull(),
    clauses: text().array().notNull(),
    isPreContract: boolean().notNull().default(false),
    status: text().$type<FindingStatus>().notNull(),
    dueOn: day().notNull(),
    /** The first due date: periods are counted to it, extensions do not move it (N-07). */
    firstDueOn: day().notNull(),
    ownerId: uuid(),
    plan: text(),
    proof: text(),
    createdAt: instant().notNull(),
    fixedAt: instant(),
    verifiedAt: instant(),
    verifiedBy: uuid(),
    extendedAt: instant(),
    extensionReason: text(),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.ref),
    unique().on(t.orgId, t.source, t.sourceId, t.itemId),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    index().on(t.orgId, t.status, t.dueOn, t.id),
    index().on(t.orgId, t.vendorId),
  ],
)

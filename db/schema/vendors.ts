import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { VendorStatus } from '#app/domain/vendors/vendor.ts'
import type { Severity } from '#app/domain/violations/severity.ts'
import { day, id, instant, orgId, revision } from './columns.ts'

export type Tier = 'T1' | 'T2' | 'T3' | 'T4'
export type RiskBand = 'A' | 'B' | 'C' | 'D' | 'E'

export const vendors = pgTable(
  'vendors',
  {
    orgId: orgId(),
    id: id(),
    /** Short reference, V-0001, unique in the organisation. */
    ref: text().notNull(),
    name: text().notNull(),
    /** The name in the other language. */
    nameAlt: text(),
    regNo: text(),
    country: text().notNull().default('CN'),
    address: text(),
    website: text(),
    status: text().$type<VendorStatus>().notNull(),
    tier: text().$type<Tier>(),
    /** Residual in hundredths at the last decision, and now (scoring.md §8, §12). */
    residualH: integer(),
    residualLiveH: integer(),
    bandLive: text().$type<RiskBand>(),
    ownerId: uuid(),
    complianceId: uuid(),
    activeSince: day(),
    reassessDueOn: day(),
    /** Data supply is off (DPA-32); the status may still be active until compliance confirms. */
    suspendedAt: instant(),
    suspensionReason: text(),
    /** Undefined when the product suspended by itself. */
    suspendedBy: uuid(),
    suspensionSeverity: text().$type<Severity>(),
    /** First of the two people that a lifting needs when the product suspended by itself on a high or critical ground. */
    resumeProposedBy: uuid(),
    terminatedOn: day(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.ref),
    unique().on(t.orgId, t.regNo),
    index('vendors_by_name_zh').on(t.orgId, sql`name collate "zh-x-icu"`, t.id),
    index('vendors_by_name_en').on(t.orgId, sql`name collate "en-x-icu"`, t.id),
    index('vendors_by_residual').on(t.orgId, sql`coalesce(residual_live_h, -1)`, t.id),
    index().on(t.orgId, t.status, t.id),
    index().on(t.orgId, t.ownerId, t.id),
    index().on(t.orgId, t.updatedAt, t.id),
  ],
)

export const vendorContacts = pgTable(
  'vendor_contacts',
  {
    orgId: orgId(),
    id: id(),
    vendorId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    phone: text(),
    title: text(),
    language: text().$type<'zh-CN' | 'en'>().notNull().default('zh-CN'),
    zone: text().notNull().default('Asia/Shanghai'),
    /** Gets questionnaires and alerts; signs agreements. */
    isPrimary: boolean().notNull().default(true),
    isSignatory: boolean().notNull().default(false),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    unique().on(t.orgId, t.vendorId, t.email),
  ],
)

/** Re-onboarding bans (DPA-31.4); end by date, or early by three roles. */
export const vendorBans = pgTable(
  'vendor_bans',
  {
    orgId: orgId(),
    id: id(),
    vendorId: uuid().notNull(),
    caseId: uuid(),
    fromOn: day().notNull(),
    untilOn: day().notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    index().on(t.orgId, t.vendorId),
  ],
)

/** Next number of each kind of reference in an organisation. */
export const references = pgTable(
  'reference_counters',
  { orgId: orgId(), kind: text().notNull(), last: integer().notNull() },
  (t) => [primaryKey({ columns: [t.orgId, t.kind] })],
)

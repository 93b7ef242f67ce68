import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant, orgId } from './columns.ts'
import { bytes } from './trail.ts'
import { vendors } from './vendors.ts'

export type UploadedBy = { kind: 'member' | 'contact' | 'system'; id: string; name: string }

/** An encrypted file on disk or in a bucket; `key` is its own key, wrapped by the master key. */
export const files = pgTable(
  'files',
  {
    orgId: orgId(),
    id: id(),
    name: text().notNull(),
    mediaType: text().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    key: bytes().notNull(),
    uploadedBy: jsonb().$type<UploadedBy>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
)

/** A document that proves something about a vendor. */
export const evidence = pgTable(
  'evidence',
  {
    orgId: orgId(),
    id: id(),
    vendorId: uuid().notNull(),
    fileId: uuid().notNull(),
    /** An id of the template's evidence_types. */
    type: text().notNull(),
    issuedOn: day(),
    expiresOn: day(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.fileId], foreignColumns: [files.orgId, files.id] }),
    unique().on(t.orgId, t.vendorId, t.fileId),
    index().on(t.orgId, t.expiresOn),
  ],
)

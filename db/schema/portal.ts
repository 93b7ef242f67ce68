import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, instant, orgId } from './columns.ts'
import { vendorContacts } from './vendors.ts'

/** A way in for a vendor's contact. A GET spends nothing; the hash alone is kept. */
export const links = pgTable(
  'links',
  {
    orgId: orgId(),
    id: id(),
    contactId: uuid().notNull(),
    vendorId: uuid().notNull(),
    subjectType: text().$type<'assessment' | 'agreement' | 'home'>().notNull(),
    subjectId: uuid(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.tokenHash),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [vendorContacts.orgId, vendorContacts.id] }).onDelete('cascade'),
    index().on(t.orgId, t.subjectId),
  ],
)

/** Six digits sent to the contact's own address when a device is new. */
export const accessCodes = pgTable(
  'access_codes',
  {
    orgId: orgId(),
    id: id(),
    linkId: uuid().notNull(),
    contactId: uuid().notNull(),
    codeHash: text().notNull(),
    tries: integer().notNull().default(0),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.linkId], foreignColumns: [links.orgId, links.id] }).onDelete('cascade'),
    index().on(t.orgId, t.linkId),
  ],
)

export const portalSessions = pgTable(
  'portal_sessions',
  {
    orgId: orgId(),
    id: id(),
    contactId: uuid().notNull(),
    vendorId: uuid().notNull(),
    tokenHash: text().notNull(),
    /** A member of the organisation looking at the portal as the vendor: may read, may not write. */
    isPreview: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    userAgent: text(),
    ip: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.tokenHash),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [vendorContacts.orgId, vendorContacts.id] }).onDelete('cascade'),
  ],
)

/** Forms already taken: a second submit of the same form has no second effect. */
export const formTokens = pgTable(
  'form_tokens',
  { orgId: orgId(), token: uuid().notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.orgId, t.token] })],
)

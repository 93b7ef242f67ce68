import { jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, instant, orgId } from './columns.ts'

/** A published version never changes: what was sent stays as it was sent. */
export const questionnaireVersions = pgTable(
  'questionnaire_versions',
  {
    orgId: orgId(),
    id: id(),
    templateId: text().notNull(),
    version: text().notNull(),
    digest: text().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    publishedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), unique().on(t.orgId, t.templateId, t.digest)],
)

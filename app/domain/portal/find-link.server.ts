import { and, eq, sql } from 'drizzle-orm'
import { hashSecret } from '#app/platform/ids.server.ts'
import { assessments, links, organisations, users, vendorContacts, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { linkState, type LinkState } from './link.ts'

export type FoundLink = {
  id: string
  state: LinkState
  subjectType: 'assessment' | 'agreement' | 'home'
  subjectId: string | null
  expiresAt: Date
  contact: { id: string; name: string; email: string; language: 'zh-CN' | 'en'; zone: string; isActive: boolean }
  vendor: { id: string; name: string; nameAlt: string | null }
  organisation: { name: string; nameAlt: string | null; zone: string; language: 'zh-CN' | 'en' }
  /** What is asked, for a questionnaire. */
  request: { ref: string; message: string | null; dueOn: string; questions: number; answered: number; sentBy: string | null } | undefined
}

/** The link behind a secret with all that its page says; changes nothing. `lock` holds it against a second opening. Undefined when there is none. */
export async function findLink(ctx: Context, secret: string, { lock = false } = {}): Promise<FoundLink | undefined> {
  const here = and(eq(links.orgId, ctx.actor.orgId), eq(links.tokenHash, hashSecret(secret)))
  if (lock) await ctx.db.select({ id: links.id }).from(links).where(here).for('update')
  const [row] = await ctx.db
    .select({
      link: links,
      contact: { id: vendorContacts.id, name: vendorContacts.name, email: vendorContacts.email, language: vendorContacts.language, zone: vendorContacts.zone, isActive: vendorContacts.isActive },
      vendor: { id: vendors.id, name: vendors.name, nameAlt: vendors.nameAlt },
      organisation: { name: organisations.name, nameAlt: organisations.nameAlt, zone: organisations.zone, language: organisations.language },
      request: {
        ref: assessments.ref,
        message: assessments.message,
        dueOn: assessments.dueOn,
        questions: assessments.requiredCount,
        answered: assessments.answeredCount,
        sentBy: sql<string | null>`${users.name}`,
      },
    })
    .from(links)
    .innerJoin(vendorContacts, and(eq(vendorContacts.orgId, links.orgId), eq(vendorContacts.id, links.contactId)))
    .innerJoin(vendors, and(eq(vendors.orgId, links.orgId), eq(vendors.id, links.vendorId)))
    .innerJoin(organisations, eq(organisations.id, links.orgId))
    .leftJoin(assessments, and(eq(assessments.orgId, links.orgId), eq(links.subjectType, 'assessment'), eq(assessments.id, links.subjectId)))
    .leftJoin(users, eq(users.id, assessments.invitedBy))
    .where(here)
  if (!row) return undefined
  const { id, subjectType, subjectId, expiresAt } = row.link
  const state = row.contact.isActive ? linkState(row.link, ctx.now) : 'revoked'
  return { ...row, id, subjectType, subjectId, expiresAt, state, request: row.request?.ref ? row.request : undefined }
}

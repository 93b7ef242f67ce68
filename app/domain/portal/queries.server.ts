import { and, asc, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { agreements, answers, assessments, clarifications, engagements, organisations, portalSessions, vendorContacts, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Contact } from '../identity/actor.ts'
import { asId } from '../input.ts'
import { todayOf } from '../vendors/today.server.ts'

// Everything the vendor sees comes from here. Nothing in this file reads review notes, verdicts' reasons, scores or decisions.

export type OwnAssessment = typeof assessments.$inferSelect
export type AnswerRow = Pick<
  typeof answers.$inferSelect,
  'questionId' | 'value' | 'isNa' | 'naReason' | 'naStatus' | 'note' | 'corrected' | 'revision' | 'updatedAt'
> & { by: string | null }

/** The contact behind a portal session's token, with the vendor it acts for and the organisation that asks; undefined when it has ended. */
export async function findPortalSession(ctx: Context, tokenHash: string) {
  const [row] = await ctx.db
    .select({
      session: { id: portalSessions.id, isPreview: portalSessions.isPreview, lastSeenAt: portalSessions.lastSeenAt },
      contact: {
        id: vendorContacts.id,
        name: vendorContacts.name,
        email: vendorContacts.email,
        title: vendorContacts.title,
        language: vendorContacts.language,
        zone: vendorContacts.zone,
        isSignatory: vendorContacts.isSignatory,
      },
      vendor: { id: vendors.id, name: vendors.name, nameAlt: vendors.nameAlt },
      organisation: { name: organisations.name, nameAlt: organisations.nameAlt, zone: organisations.zone, language: organisations.language, isDemo: organisations.isDemo },
    })
    .from(portalSessions)
    .innerJoin(vendorContacts, and(eq(vendorContacts.orgId, portalSessions.orgId), eq(vendorContacts.id, portalSessions.contactId), eq(vendorContacts.isActive, true)))
    .innerJoin(vendors, and(eq(vendors.orgId, vendorContacts.orgId), eq(vendors.id, vendorContacts.vendorId)))
    .innerJoin(organisations, eq(organisations.id, portalSessions.orgId))
    .where(and(eq(portalSessions.orgId, ctx.actor.orgId), eq(portalSessions.tokenHash, tokenHash), gt(portalSessions.expiresAt, ctx.now)))
  return row
}

/** The contact's own request, or one handed to it by a link. Throws not-found for anybody else's. */
export async function getOwnAssessment(ctx: Context, assessmentId: string, { lock = false } = {}): Promise<OwnAssessment> {
  const query = ctx.db
    .select()
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, asId(assessmentId)), isTheirs(contactOf(ctx))))
  const [row] = lock ? await query.for('update') : await query
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return row
}

/** The actor as a contact of a vendor; anybody else has no place in the portal. */
export function contactOf(ctx: Context): Contact {
  if (ctx.actor.kind !== 'contact') throw new Problem('forbidden', 'errors.not_allowed')
  return ctx.actor
}

const isTheirs = ({ vendorId, contactId }: Contact) =>
  and(
    eq(assessments.vendorId, vendorId),
    sql`(${assessments.contactId} = ${contactId} or exists (select 1 from links l where l.org_id = ${assessments.orgId}
      and l.subject_id = ${assessments.id} and l.contact_id = ${contactId} and l.revoked_at is null))`,
  )

/** What every page says of a request. */
const headOf = (ctx: Context) => ({
  id: assessments.id,
  ref: assessments.ref,
  status: assessments.status,
  title: engagements.title,
  dueOn: assessments.dueOn,
  daysLeft: sql<number>`${assessments.dueOn} - ${todayOf(ctx)}`,
  submittedAt: assessments.submittedAt,
})

/** The contact's requests: what waits for an answer first, by due date, then what was handed in. */
export async function listRequests(ctx: Context) {
  return ctx.db
    .select({ ...headOf(ctx), answered: assessments.answeredCount, questions: assessments.requiredCount })
    .from(assessments)
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), isTheirs(contactOf(ctx)), sql`${assessments.status} <> 'withdrawn'`))
    .orderBy(sql`(${assessments.status} in ('invited', 'in_progress', 'returned')) desc`, asc(assessments.dueOn), asc(assessments.id))
    .limit(200)
}

/** The head of a request's pages. Throws not-found. */
export async function getRequest(ctx: Context, assessmentId: string) {
  const [row] = await ctx.db
    .select(headOf(ctx))
    .from(assessments)
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, asId(assessmentId)), isTheirs(contactOf(ctx))))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return row
}

/** What the vendor answered when it was last assessed to the end; each has to be confirmed anew. */
export async function listLastAnswers(ctx: Context, { id, vendorId, kind }: OwnAssessment) {
  if (kind !== 'reassessment') return []
  const [before] = await ctx.db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.vendorId, vendorId), eq(assessments.status, 'decided'), ne(assessments.id, id)))
    .orderBy(desc(assessments.decidedAt), desc(assessments.id))
    .limit(1)
  return before ? listOwnAnswers(ctx, before.id) : []
}

/** Agreements that wait for this vendor's signature. */
export async function listAgreementsToSign(ctx: Context) {
  return ctx.db
    .select({ id: agreements.id, number: agreements.number, status: agreements.status, title: engagements.title, authStart: agreements.authStart, authEnd: agreements.authEnd, sentAt: agreements.sentAt })
    .from(agreements)
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, contactOf(ctx).vendorId), inArray(agreements.status, ['sent', 'partially_signed'])))
    .orderBy(desc(agreements.sentAt), asc(agreements.id))
    .limit(50)
}

/** The vendor's answers in one assessment, with who gave each last. */
export async function listOwnAnswers(ctx: Context, assessmentId: string): Promise<AnswerRow[]> {
  return ctx.db
    .select({
      questionId: answers.questionId,
      value: answers.value,
      isNa: answers.isNa,
      naReason: answers.naReason,
      naStatus: answers.naStatus,
      note: answers.note,
      corrected: answers.corrected,
      revision: answers.revision,
      updatedAt: answers.updatedAt,
      // Columns are written out: drizzle drops table names from the fields of a select over one table.
      by: sql<string | null>`coalesce((select c.name from vendor_contacts c where c.org_id = answers.org_id and c.id::text = answers.updated_by),
        (select u.name from users u where u.id::text = answers.updated_by))`,
    })
    .from(answers)
    .where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessmentId)))
}

/** Questions that the reviewer has sent back, oldest first. */
export async function listAsked(ctx: Context, assessmentId: string) {
  return ctx.db
    .select({
      id: clarifications.id,
      questionId: clarifications.questionId,
      question: clarifications.question,
      sentAt: clarifications.sentAt,
      reply: clarifications.reply,
      repliedAt: clarifications.repliedAt,
    })
    .from(clarifications)
    .where(and(eq(clarifications.orgId, ctx.actor.orgId), eq(clarifications.assessmentId, assessmentId), isNotNull(clarifications.sentAt)))
    .orderBy(asc(clarifications.sentAt), asc(clarifications.id))
}

/** The vendor's people, for handing a section on. */
export async function listColleagues(ctx: Context) {
  return ctx.db
    .select({ id: vendorContacts.id, name: vendorContacts.name, title: vendorContacts.title, email: vendorContacts.email })
    .from(vendorContacts)
    .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.vendorId, contactOf(ctx).vendorId), eq(vendorContacts.isActive, true)))
    .orderBy(asc(vendorContacts.name), asc(vendorContacts.id))
}

/** Names of the people that sections were handed to. */
export async function listAssignees(ctx: Context, { assignees }: OwnAssessment): Promise<Record<string, string>> {
  const ids = [...new Set(Object.values(assignees))]
  if (ids.length === 0) return {}
  const people = await ctx.db
    .select({ id: vendorContacts.id, name: vendorContacts.name })
    .from(vendorContacts)
    .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), inArray(vendorContacts.id, ids)))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return Object.fromEntries(Object.entries(assignees).flatMap(([section, id]) => (names.has(id) ? [[section, names.get(id)!]] : [])))
}

import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { answers, assessments, clarifications, decisions, engagements, reviewNotes, users, vendorContacts } from '#db/schema/index.ts'
import type { Assessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'

/** Every question put back to the vendor, those that still wait to be sent included, oldest first. */
export async function listClarifications(ctx: Context, assessmentId: string) {
  return ctx.db
    .select()
    .from(clarifications)
    .where(and(eq(clarifications.orgId, ctx.actor.orgId), eq(clarifications.assessmentId, assessmentId)))
    .orderBy(asc(clarifications.askedAt), asc(clarifications.id))
}

/** What colleagues noted, with their names, oldest first. */
export async function listNotes(ctx: Context, assessmentId: string) {
  return ctx.db
    .select({ id: reviewNotes.id, questionId: reviewNotes.questionId, body: reviewNotes.body, createdAt: reviewNotes.createdAt, author: users.name })
    .from(reviewNotes)
    .leftJoin(users, eq(users.id, reviewNotes.authorId))
    .where(and(eq(reviewNotes.orgId, ctx.actor.orgId), eq(reviewNotes.assessmentId, assessmentId)))
    .orderBy(asc(reviewNotes.createdAt), asc(reviewNotes.id))
}

/** Names by user id, for the people that a page mentions. */
export async function namesOf(ctx: Context, ids: readonly (string | null | undefined)[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids.filter((each): each is string => typeof each === 'string'))]
  if (wanted.length === 0) return {}
  const rows = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, wanted))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The answers of the last decided assessment of the same business, by question; empty for a first one. */
export async function listLastAnswers(ctx: Context, { id, engagementId }: Pick<Assessment, 'id' | 'engagementId'>) {
  const [last] = await ctx.db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.engagementId, engagementId), ne(assessments.id, id), isNotNull(assessments.decidedAt)))
    .orderBy(desc(assessments.decidedAt))
    .limit(1)
  if (!last) return []
  return ctx.db.select().from(answers).where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, last.id)))
}

/** The decision of an assessment, proposed or confirmed; undefined before. */
export async function findDecision(ctx: Context, assessmentId: string) {
  const [decision] = await ctx.db.select().from(decisions).where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.assessmentId, assessmentId)))
  return decision
}

/** What the head of an assessment's pages names besides the vendor. */
export async function getAssessmentHead(ctx: Context, { engagementId, contactId, reviewerId, invitedBy }: Assessment) {
  const [row] = await ctx.db
    .select({
      engagement: engagements.title,
      engagementRef: engagements.ref,
      contact: vendorContacts.name,
      reviewer: sql<string | null>`(select u.name from users u where u.id = ${reviewerId}::uuid)`,
      sender: sql<string | null>`(select u.name from users u where u.id = ${invitedBy}::uuid)`,
    })
    .from(engagements)
    .leftJoin(vendorContacts, and(eq(vendorContacts.orgId, engagements.orgId), sql`${vendorContacts.id} = ${contactId}::uuid`))
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, engagementId)))
  if (!row) throw new Error('an assessment without its engagement')
  return row
}

import { and, asc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm'
import { assessments, engagements, links, vendorContacts, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { todayOf } from '../vendors/today.server.ts'
import { FINISHED, WITH_COMPANY, WITH_VENDOR, type AssessmentStatus } from './assessment.ts'

export type Assessment = typeof assessments.$inferSelect

/** Throws not-found for another organisation's, as for one that never was. */
export async function getAssessment(ctx: Context, assessmentId: string): Promise<Assessment> {
  const [row] = await ctx.db
    .select()
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, asId(assessmentId))))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return row
}

/** The request that is under way for a piece of business; undefined when none is. */
export async function findOpenAssessment(ctx: Context, engagementId: string): Promise<Assessment | undefined> {
  const [row] = await ctx.db
    .select()
    .from(assessments)
    .where(
      and(
        eq(assessments.orgId, ctx.actor.orgId),
        eq(assessments.engagementId, engagementId),
        inArray(assessments.status, [...WITH_VENDOR, ...WITH_COMPANY]),
      ),
    )
    .limit(1)
  return row
}

export const ASSESSMENT_VIEWS = ['vendor', 'company', 'finished'] as const
export type AssessmentView = (typeof ASSESSMENT_VIEWS)[number]

const STATUSES: Record<AssessmentView, readonly AssessmentStatus[]> = { vendor: WITH_VENDOR, company: WITH_COMPANY, finished: FINISHED }

type AssessmentFilter = { view: AssessmentView; find?: string; after?: string; limit?: number }

/** One page of requests in a view, the longest overdue first; `after` is the key that the page before gave as `next`. */
export async function listAssessments(ctx: Context, { view, find, after, limit = 50 }: AssessmentFilter) {
  const rows = await ctx.db
    .select({
      id: assessments.id,
      ref: assessments.ref,
      status: assessments.status,
      tier: assessments.tier,
      dueOn: assessments.dueOn,
      daysLeft: sql<number>`${assessments.dueOn} - ${todayOf(ctx)}`,
      answered: assessments.answeredCount,
      questions: assessments.requiredCount,
      updatedAt: assessments.updatedAt,
      revision: assessments.revision,
      vendorId: vendors.id,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
      engagement: engagements.title,
      contact: vendorContacts.name,
    })
    .from(assessments)
    .innerJoin(vendors, and(eq(vendors.orgId, assessments.orgId), eq(vendors.id, assessments.vendorId)))
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .leftJoin(vendorContacts, and(eq(vendorContacts.orgId, assessments.orgId), eq(vendorContacts.id, assessments.contactId)))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), inArray(assessments.status, [...STATUSES[view]]), matches(find), isAfter(after)))
    .orderBy(asc(assessments.dueOn), asc(assessments.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? `${last.dueOn}_${last.id}` : undefined }
}

/** How many requests each view holds, and how many of the vendor's are overdue. */
export async function countAssessments(ctx: Context): Promise<Record<AssessmentView | 'overdue', number>> {
  const count = (statuses: readonly AssessmentStatus[]) => sql<number>`count(*) filter (where ${inArray(assessments.status, [...statuses])})::int`
  const [row] = await ctx.db
    .select({
      vendor: count(WITH_VENDOR),
      company: count(WITH_COMPANY),
      finished: count(FINISHED),
      overdue: sql<number>`count(*) filter (where ${inArray(assessments.status, [...WITH_VENDOR])} and ${assessments.dueOn} < ${todayOf(ctx)})::int`,
    })
    .from(assessments)
    .where(eq(assessments.orgId, ctx.actor.orgId))
  return row ?? { vendor: 0, company: 0, finished: 0, overdue: 0 }
}

function matches(find: string | undefined): SQL | undefined {
  if (!find) return undefined
  const pattern = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${vendors.name} || ' ' || coalesce(${vendors.nameAlt}, '') || ' ' || coalesce(${vendors.regNo}, '') || ' ' || ${vendors.ref} ilike ${pattern} or ${assessments.ref} ilike ${pattern})`
}

/** A malformed key shows the first page. */
function isAfter(key: string | undefined): SQL | undefined {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(key ?? '') ?? []
  if (!dueOn || !id) return undefined
  return or(gt(assessments.dueOn, dueOn), and(eq(assessments.dueOn, dueOn), gt(assessments.id, id)))
}

/** Submitted requests whose questionnaire is to be sent now, the longest waiting first: new ones, and vendors due for another assessment. */
export async function listReadyEngagements(ctx: Context) {
  return ctx.db
    .select({ id: engagements.id, ref: engagements.ref, title: engagements.title, tier: engagements.tier, submittedAt: engagements.submittedAt, vendorName: vendors.name, vendorStatus: vendors.status })
    .from(engagements)
    .innerJoin(vendors, and(eq(vendors.orgId, engagements.orgId), eq(vendors.id, engagements.vendorId)))
    .where(
      and(
        eq(engagements.orgId, ctx.actor.orgId),
        eq(engagements.status, 'submitted'),
        sql`(${vendors.status} in ('intake', 'assessing') or (${vendors.status} in ('approved', 'conditional', 'active', 'suspended') and ${vendors.reassessDueOn} <= ${todayOf(ctx)}))`,
        sql`not exists (select 1 from assessments a where a.org_id = ${engagements.orgId} and a.engagement_id = ${engagements.id}
          and a.status in ('invited', 'in_progress', 'returned', 'submitted', 'in_review'))`,
      ),
    )
    .orderBy(asc(engagements.submittedAt), asc(engagements.id))
    .limit(100)
}

/** Whether a request's link was opened yet, and when. */
export async function findFirstOpening(ctx: Context, assessmentId: string): Promise<Date | undefined> {
  const [row] = await ctx.db
    .select({ at: sql<Date | null>`min(${links.usedAt})`.mapWith(links.usedAt) })
    .from(links)
    .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.subjectId, assessmentId)))
  return row?.at ?? undefined
}

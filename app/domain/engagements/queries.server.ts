import { and, desc, eq, sql } from 'drizzle-orm'
import { engagements, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import type { AnswerValue } from '../questionnaires/template.ts'
import type { InherentRisk } from '../scoring/inherent.ts'
import type { VendorStatus } from '../vendors/vendor.ts'

export type Engagement = Omit<typeof engagements.$inferSelect, 'intake' | 'inherent'> & {
  intake: Record<string, AnswerValue>
  inherent: InherentRisk | null
}

/** Throws not-found. */
export async function getEngagement(ctx: Context, engagementId: string): Promise<Engagement> {
  const [engagement] = await ctx.db
    .select()
    .from(engagements)
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, asId(engagementId))))
  if (!engagement) throw new Problem('not-found', 'errors.not_found')
  return engagement as Engagement // only saveIntake and submitEngagement write these two columns
}

type ListedEngagement = {
  id: string
  ref: string
  title: string
  status: Engagement['status']
  tier: Engagement['tier']
  inherentRisk: number | null
  vendorId: string
  vendorName: string
  vendorNameAlt: string | null
  vendorStatus: VendorStatus
  requesterName: string | null
  submittedAt: Date | null
  updatedAt: Date
}

const LISTED = {
  id: engagements.id,
  ref: engagements.ref,
  title: engagements.title,
  status: engagements.status,
  tier: engagements.tier,
  inherentRisk: engagements.inherentRisk,
  vendorId: engagements.vendorId,
  vendorName: vendors.name,
  vendorNameAlt: vendors.nameAlt,
  vendorStatus: vendors.status,
  requesterName: sql<string | null>`(select u.name from users u where u.id = ${engagements.requesterId})`,
  submittedAt: engagements.submittedAt,
  updatedAt: engagements.updatedAt,
}

const joined = (ctx: Context) =>
  ctx.db
    .select(LISTED)
    .from(engagements)
    .innerJoin(vendors, and(eq(vendors.orgId, engagements.orgId), eq(vendors.id, engagements.vendorId)))

/** What a vendor is wanted for, the newest first. */
export async function listEngagementsOf(ctx: Context, vendorId: string): Promise<ListedEngagement[]> {
  return joined(ctx)
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.vendorId, vendorId)))
    .orderBy(desc(engagements.createdAt), desc(engagements.id))
}

const REQUESTS_A_PAGE = 50

/** The organisation's requests, the last touched first; `after` is the last row of the page before. */
export async function listEngagements(
  ctx: Context,
  { status, after }: { status?: Engagement['status']; after?: { updatedAt: Date; id: string } },
): Promise<{ engagements: ListedEngagement[]; more: boolean }> {
  const rows = await joined(ctx)
    .where(
      and(
        eq(engagements.orgId, ctx.actor.orgId),
        status && eq(engagements.status, status),
        after && sql`(${engagements.updatedAt}, ${engagements.id}) < (${after.updatedAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(engagements.updatedAt), desc(engagements.id))
    .limit(REQUESTS_A_PAGE + 1)
  return { engagements: rows.slice(0, REQUESTS_A_PAGE), more: rows.length > REQUESTS_A_PAGE }
}

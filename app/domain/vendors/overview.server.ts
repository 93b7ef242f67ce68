import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { agreements, assessments, decisions, engagements } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { AnswerValue } from '../questionnaires/template.ts'
import { bandOf, type Band } from '../scoring/residual.ts'
import { readDecisionScore, type DecisionScore } from './decision-score.ts'
import { getStepFacts } from './step-facts.server.ts'
import type { Happening } from './happening.ts'
import type { NextDate } from './next-date.ts'
import { listNextDates } from './next-dates.server.ts'
import { nextStep, type Step } from './next-step.ts'
import type { VendorHeader } from './queries.server.ts'
import { listLiveVendors } from './refresh-live-residual.server.ts'
import { residualReasons, type Reason } from './residual-reasons.ts'
import { listTimeline } from './timeline.server.ts'

type Residual = { decidedH: number; decidedBand: Band; liveH: number; liveBand: Band; reasons: Reason[] }
type LastDecision = { assessmentId: string; assessmentRef: string; confirmedAt: Date; outcome: string; reviewerName: string | null; score?: DecisionScore }
type EngagementFacts = { id: string; ref: string; title: string; intake: Record<string, AnswerValue>; requesterName: string | null; businessOwnerName: string | null }
type AgreementFacts = { id: string; number: string; status: string; authStart: string; authEnd: string; parameters: Record<string, unknown> }
type Overview = {
  step: Step
  dates: NextDate[]
  residual?: Residual
  decision?: LastDecision
  engagement?: EngagementFacts
  agreement?: AgreementFacts
  timeline: Happening[]
  /** Findings of high or critical severity past their dates, the longest first. */
  overdueFindings: { id: string; ref: string; days: number }[]
}

const HAPPENINGS = 8

/** Everything on a vendor's first tab, in two round trips. */
export async function getOverview(ctx: Context, vendor: VendorHeader, { today, zone }: { today: string; zone: string }): Promise<Overview> {
  const [facts, dates, [live], decision, engagement, agreement, { happenings }, overdueFindings] = await Promise.all([
    getStepFacts(ctx, { vendor, today, zone }),
    listNextDates(ctx, vendor.id, { today }),
    vendor.residualH === null ? [] : listLiveVendors(ctx, vendor.id),
    findLastDecision(ctx, vendor.id),
    findMainEngagement(ctx, vendor.id),
    findMainAgreement(ctx, vendor.id),
    listTimeline(ctx, vendor.id, { limit: HAPPENINGS }),
    listOverdueFindings(ctx, vendor.id, today),
  ])
  return { step: nextStep(facts), dates, residual: live && residualOf(live, decision), decision, engagement, agreement, timeline: happenings, overdueFindings }
}

/** The score of the last decision explains the residual only if it is the one that is stored on the vendor. */
function residualOf({ residualH, events }: Awaited<ReturnType<typeof listLiveVendors>>[number], decision: LastDecision | undefined): Residual {
  const irEff = decision?.score?.residualH === residualH ? decision.score.irEff : undefined
  const reasons = residualReasons({ irEff, residualH, events })
  const liveH = reasons.at(-1)?.residualH ?? residualH
  return { decidedH: residualH, decidedBand: bandOf(residualH), liveH, liveBand: bandOf(liveH), reasons }
}

async function listOverdueFindings(ctx: Context, vendorId: string, today: string): Promise<Overview['overdueFindings']> {
  const rows = await ctx.db.execute<Overview['overdueFindings'][number]>(sql`select id, ref, (${today}::date - due_on)::int as days from findings
    where org_id = ${ctx.actor.orgId} and vendor_id = ${vendorId} and severity in ('critical', 'high') and status not in ('verified', 'accepted') and due_on < ${today}::date
    order by due_on, id limit 5`)
  return [...rows]
}

async function findLastDecision(ctx: Context, vendorId: string): Promise<LastDecision | undefined> {
  const [row] = await ctx.db
    .select({
      assessmentId: assessments.id, assessmentRef: assessments.ref, confirmedAt: decisions.confirmedAt, outcome: decisions.outcome, score: decisions.score,
      reviewerName: sql<string | null>`(select u.name from users u where u.id = ${assessments.reviewerId})`,
    })
    .from(decisions)
    .innerJoin(assessments, and(eq(assessments.orgId, decisions.orgId), eq(assessments.id, decisions.assessmentId)))
    .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.vendorId, vendorId), isNotNull(decisions.confirmedAt)))
    .orderBy(desc(decisions.confirmedAt))
    .limit(1)
  if (!row?.confirmedAt) return undefined
  return { ...row, confirmedAt: row.confirmedAt, score: readDecisionScore(row.score) }
}

async function findMainEngagement(ctx: Context, vendorId: string): Promise<EngagementFacts | undefined> {
  const name = (column: typeof engagements.requesterId | typeof engagements.businessOwnerId) => sql<string | null>`(select u.name from users u where u.id = ${column})`
  const [row] = await ctx.db
    .select({
      id: engagements.id, ref: engagements.ref, title: engagements.title, intake: sql<Record<string, AnswerValue>>`${engagements.intake}`,
      requesterName: name(engagements.requesterId), businessOwnerName: name(engagements.businessOwnerId),
    })
    .from(engagements)
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.vendorId, vendorId)))
    .orderBy(sql`${engagements.status} = 'submitted' desc`, desc(engagements.createdAt))
    .limit(1)
  return row
}

async function findMainAgreement(ctx: Context, vendorId: string): Promise<AgreementFacts | undefined> {
  const [row] = await ctx.db
    .select({ id: agreements.id, number: agreements.number, status: agreements.status, authStart: agreements.authStart, authEnd: agreements.authEnd, parameters: sql<Record<string, unknown>>`${agreements.parameters}` })
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, vendorId)))
    .orderBy(sql`${agreements.status} = 'active' desc`, desc(agreements.createdAt))
    .limit(1)
  return row
}

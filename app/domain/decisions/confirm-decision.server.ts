import { and, eq, isNull, sql } from 'drizzle-orm'
import { assessments, decisions, vendors } from '#db/schema/index.ts'
import { WITH_COMPANY } from '../assessments/assessment.ts'
import { getAssessment, type Assessment } from '../assessments/queries.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { raiseFindings } from '../findings/raise-findings.server.ts'
import { addMonths, localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { explanationOf, scoreOf, type Scored } from '../reviews/score-of.server.ts'
import { cadenceOf } from '../scoring/cadence.ts'
import { failedGates } from '../scoring/gates.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import { gatesOf } from './gates-of.server.ts'
import type { Decision } from './propose-decision.server.ts'
import { sameExplanation } from './same-explanation.server.ts'

const LAPSES_MONTHS = 12
const MOVES = { approve: 'approve', conditional: 'approve_conditionally', reject: 'reject' } as const

/** A second person makes the proposal binding: neither who asked for the vendor nor who proposed it (scoring.md §9, PC-24). */
export async function confirmDecision(ctx: Context, assessmentId: string, { revision }: { revision: number }): Promise<Decision> {
  requirePermission(ctx, 'assessment.decide')
  return inTransaction(ctx, async (ctx) => {
    const assessment = await getAssessment(ctx, assessmentId)
    if (!(WITH_COMPANY as readonly string[]).includes(assessment.status)) throw new Problem('conflict', 'review.not_under_review')
    const [proposal] = await ctx.db.select().from(decisions).where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.assessmentId, assessment.id)))
    if (!proposal) throw new Problem('conflict', 'review.not_proposed')
    const scored = await scoreOf(ctx, assessment)
    refuseSamePerson(ctx, proposal, scored)
    const failed = failedGates(await gatesOf(ctx, assessment, scored))
    if (failed.length > 0) throw new Problem('conflict', 'review.gates_fail', { gates: failed.join(', ') })
    if (!sameExplanation(explanationOf(scored), proposal.score.explanation)) throw new Problem('conflict', 'review.changed_since_proposal')
    const { zone } = await getOrganisation(ctx)
    const today = localDate(ctx.now, zone)
    const confirmedBy = ctx.actor.kind === 'member' ? ctx.actor.userId : ctx.actor.orgId
    const [decision] = await ctx.db
      .update(decisions)
      .set({ confirmedBy, confirmedAt: ctx.now, lapsesOn: proposal.outcome === 'reject' ? null : addMonths(today, LAPSES_MONTHS), revision: sql`${decisions.revision} + 1` })
      .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.id, proposal.id), eq(decisions.revision, revision), isNull(decisions.confirmedAt)))
      .returning()
    if (!decision) throw new Problem('conflict', 'errors.changed_meanwhile')
    await closeAssessment(ctx, assessment)
    const endsHere = await applyToVendor(ctx, assessment, { decision, scored, today })
    if (!endsHere) await raiseFindings(ctx, { assessment, scored, reviewedOn: today })
    await record(ctx, {
      action: 'decision.confirm', subjectType: 'decision', subjectId: decision.id, vendorId: assessment.vendorId,
      data: { assessmentId: assessment.id, outcome: decision.outcome, residualH: decision.residualH, band: scored.score.band },
    })
    return decision
  })
}

function refuseSamePerson({ actor }: Context, proposal: Decision, { engagement }: Scored) {
  if (actor.kind !== 'member') throw new Problem('forbidden', 'review.person_needed')
  if (actor.userId === proposal.proposedBy) throw new Problem('forbidden', 'review.second_person_needed')
  if (actor.userId === engagement.requesterId) throw new Problem('forbidden', 'review.requester_may_not')
}

async function closeAssessment(ctx: Context, assessment: Assessment) {
  const [after] = await ctx.db
    .update(assessments)
    .set({ status: 'decided', decidedAt: ctx.now, updatedAt: ctx.now, revision: sql`${assessments.revision} + 1` })
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, assessment.id), eq(assessments.status, assessment.status)))
    .returning({ id: assessments.id })
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
}

/**
 * A vendor under review moves on; one that is active already keeps its status and takes the new figures (reassessment).
 * True when it was turned away: nobody is left to remedy anything.
 */
async function applyToVendor(ctx: Context, assessment: Assessment, { decision, scored, today }: { decision: Decision; scored: Scored; today: string }): Promise<boolean> {
  const { score } = scored
  const vendor = await getVendor(ctx, assessment.vendorId)
  const { reassessMonths } = cadenceOf({ tier: score.inherent.tier, band: score.band })
  const figures: Partial<Vendor> = {
    tier: score.inherent.tier,
    residualH: score.residual,
    residualLiveH: score.residual,
    bandLive: score.band,
    complianceId: vendor.complianceId ?? assessment.reviewerId,
    reassessDueOn: addMonths(today, reassessMonths),
  }
  if (vendor.status === 'review') {
    await moveVendor(ctx, { vendorId: vendor.id, action: MOVES[decision.outcome], set: figures, data: { outcome: decision.outcome } })
    return decision.outcome === 'reject'
  }
  await ctx.db
    .update(vendors)
    .set({ ...figures, updatedAt: ctx.now, revision: sql`${vendors.revision} + 1` })
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, vendor.id)))
  await record(ctx, { action: 'vendor.reassess_figures', subjectType: 'vendor', subjectId: vendor.id, vendorId: vendor.id, before: vendor, after: { ...vendor, ...figures } })
  return false
}

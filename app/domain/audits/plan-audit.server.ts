import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, auditCycles, engagements } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { loadBusinessCalendar } from '../organisations/queries.server.ts'
import { record } from '../trail/record.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { agreedNumber, type Agreed } from './agreed-number.server.ts'
import { auditDepth } from './checks.ts'
import { OPEN_AUDIT_STATES } from './audit.ts'
import {
  type AuditDue, auditIntervalMonths, type Band, dueEffective, FIRST_AUDIT_MONTHS, firstAuditDue, legalCap, nextAuditDue, type Tier, TIERS,
} from './due-dates.ts'
import { specialAuditDue, type SpecialAuditTrigger } from './special-audits.ts'

export type Audit = typeof auditCycles.$inferSelect
type Agreement = Pick<typeof agreements.$inferSelect, 'id' | 'vendorId' | 'engagementId' | 'predecessorId' | 'parameters'> & Agreed

/**
 * Schedules the first audit of an agreement that takes effect (CAL-02), as part of the caller's write. A renewal keeps the
 * running cycle of the agreement it follows; a heavier tier adds a special audit (audit.yaml behaviour). Returns the cycle that now counts.
 */
export async function planFirstAudit(ctx: Context, plan: { agreement: Agreement; tier: Tier; effectiveOn: string }): Promise<Audit> {
  const { agreement, tier, effectiveOn } = plan
  const kept = agreement.predecessorId ? await carryOver(ctx, { ...plan, predecessorId: agreement.predecessorId }) : undefined
  if (kept) return kept
  const months = Math.min(agreedNumber(agreement, 'first_audit_months', tier), FIRST_AUDIT_MONTHS[tier])
  const due = firstAuditDue(effectiveOn, months)
  const interval = auditIntervalMonths({ tier, band: 'A', auditsPerYear: agreedNumber(agreement, 'audit_min_per_year', tier) })
  const next = nextAuditDue({ previousDue: due.dueNominal, anchorDay: due.anchorDay, completedOn: due.dueNominal, intervalMonths: interval })
  return insertAudit(ctx, {
    agreement, due, kind: 'first', cap: legalCap(effectiveOn),
    depth: auditDepth({ tier, lastOnsiteOn: effectiveOn, nextDue: next.dueNominal }),
  })
}

type ClosedAudit = Pick<Audit, 'agreementId' | 'vendorId' | 'dueNominal' | 'anchorDay'> & { completedOn: string }

/** Schedules the audit after a closed one (CAL-01), by tier, band, override and agreement; never past the legal cap (R7.3.1). */
export async function planNextAudit(
  ctx: Context,
  { closed, agreement, ...vendor }: { closed: ClosedAudit; agreement: Agreement; tier: Tier; band: Band; overridden?: boolean },
): Promise<Audit> {
  const { tier } = vendor
  const intervalMonths = auditIntervalMonths({ ...vendor, auditsPerYear: agreedNumber(agreement, 'audit_min_per_year', tier) })
  const { completedOn } = closed
  const due = nextAuditDue({ previousDue: closed.dueNominal, anchorDay: closed.anchorDay ?? undefined, completedOn, intervalMonths })
  const after = nextAuditDue({ previousDue: due.dueNominal, anchorDay: due.anchorDay, completedOn: due.dueNominal, intervalMonths })
  const lastOnsiteOn = await lastOnsite(ctx, agreement)
  return insertAudit(ctx, {
    agreement, due, kind: 'regular', cap: legalCap(completedOn),
    depth: auditDepth({ tier, lastOnsiteOn: lastOnsiteOn ?? completedOn, nextDue: after.dueNominal }),
  })
}

/** Schedules an audit outside the cycle (special_audit_triggers); a regular one that falls due earlier serves, so then that one is returned. */
export async function planSpecialAudit(
  ctx: Context,
  { agreement, tier, trigger, raisedOn }: { agreement: Agreement; tier: Tier; trigger: SpecialAuditTrigger; raisedOn: string },
): Promise<Audit> {
  const open = await openAudits(ctx, agreement.id)
  const special = open.find((audit) => audit.kind === 'special' && audit.state === 'planned')
  if (special) return special
  const due = specialAuditDue({ trigger, raisedOn, tier })
  const serving = open.find((audit) => audit.dueNominal >= raisedOn && audit.dueNominal <= due)
  if (serving) return serving
  const regular = open.find((audit) => audit.kind !== 'special')
  return insertAudit(ctx, {
    agreement, trigger, kind: 'special', depth: tier === 'T1' ? 'onsite' : 'full',
    due: { dueNominal: due, anchorDay: Number(due.slice(8)) },
    cap: regular && regular.legalCap >= due ? regular.legalCap : due,
  })
}

type NewAudit = { agreement: Agreement; due: AuditDue; kind: Audit['kind']; depth: Audit['depth']; cap: string; trigger?: SpecialAuditTrigger }

async function insertAudit(ctx: Context, { agreement, due, kind, depth, cap, trigger }: NewAudit): Promise<Audit> {
  const calendar = await loadBusinessCalendar(ctx)
  const ref = await nextRef(ctx, 'AU', 'audit')
  const effective = dueEffective(due.dueNominal, calendar)
  const [audit] = await ctx.db
    .insert(auditCycles)
    .values({
      orgId: ctx.actor.orgId, id: newId(), ref, vendorId: agreement.vendorId, agreementId: agreement.id, kind, depth, state: 'planned', trigger,
      ...due, dueEffective: effective, legalCap: cap, sampleSeed: newId(), createdAt: ctx.now, updatedAt: ctx.now,
    })
    .returning()
  if (!audit) throw new Error('an insert without a conflict clause returns its row')
  await record(ctx, {
    action: 'audit.plan', subjectType: 'audit', subjectId: audit.id, vendorId: audit.vendorId, after: audit,
    data: { ref, kind, trigger, dueOn: effective, agreementId: agreement.id },
  })
  return audit
}

/** The predecessor's open cycle goes on under the new agreement. */
async function carryOver(
  ctx: Context,
  { agreement, predecessorId, tier, effectiveOn }: { agreement: Agreement; predecessorId: string; tier: Tier; effectiveOn: string },
): Promise<Audit | undefined> {
  const open = (await openAudits(ctx, predecessorId)).find((audit) => audit.kind !== 'special')
  if (!open) return undefined
  const moved = await ctx.db
    .update(auditCycles)
    .set({ agreementId: agreement.id, updatedAt: ctx.now, revision: sql`${auditCycles.revision} + 1` })
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.agreementId, predecessorId), inArray(auditCycles.state, [...OPEN_AUDIT_STATES])))
    .returning()
  for (const after of moved)
    await record(ctx, { action: 'audit.carry_over', subjectType: 'audit', subjectId: after.id, vendorId: after.vendorId, data: { ref: after.ref, agreementId: agreement.id } })
  const before = await tierOf(ctx, predecessorId)
  if (before && TIERS.indexOf(tier) < TIERS.indexOf(before)) await planSpecialAudit(ctx, { agreement, tier, trigger: 'higher_tier_scope', raisedOn: effectiveOn })
  return moved.find((audit) => audit.id === open.id)
}

async function openAudits(ctx: Context, agreementId: string): Promise<Audit[]> {
  return ctx.db
    .select()
    .from(auditCycles)
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.agreementId, agreementId), inArray(auditCycles.state, [...OPEN_AUDIT_STATES])))
    .orderBy(asc(auditCycles.dueEffective), asc(auditCycles.id))
}

async function tierOf(ctx: Context, agreementId: string): Promise<Tier | null | undefined> {
  const [row] = await ctx.db
    .select({ tier: engagements.tier })
    .from(agreements)
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, agreementId)))
  return row?.tier
}

/** The last day an on-site audit of the vendor was completed, else the day the agreement took effect. */
async function lastOnsite(ctx: Context, { id, vendorId }: Agreement): Promise<string | undefined> {
  const of = and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.vendorId, vendorId), eq(auditCycles.depth, 'onsite'), isNotNull(auditCycles.completedOn))
  const [onsite] = await ctx.db.select({ on: auditCycles.completedOn }).from(auditCycles).where(of).orderBy(desc(auditCycles.completedOn)).limit(1)
  if (onsite?.on) return onsite.on
  const [agreement] = await ctx.db
    .select({ effectiveOn: agreements.effectiveOn, authStart: agreements.authStart })
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, id)))
  return agreement?.effectiveOn ?? agreement?.authStart
}

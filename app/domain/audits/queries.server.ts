import { and, asc, desc, eq, inArray, isNotNull, lt, ne, notInArray, or, sql } from 'drizzle-orm'
import { agreements, auditCycles, auditResults, decisions, engagements, vendors } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { getToday } from '../vendors/today.server.ts'
import { auditIsOverdue } from './audit-deadlines.ts'
import { OPEN_AUDIT_STATES, type AuditLead } from './audit.ts'
import type { Band, Tier } from './due-dates.ts'
import type { Outcome } from './outcomes.ts'
import type { Audit } from './plan-audit.server.ts'

export type AuditResult = typeof auditResults.$inferSelect

/** Throws not-found for another organisation's audit, as for one that never was. */
export async function getAudit(ctx: Context, auditId: string): Promise<Audit> {
  const [audit] = await ctx.db.select().from(auditCycles).where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.id, asId(auditId))))
  if (!audit) throw new Problem('not-found', 'errors.not_found')
  return audit
}

type ListedAudit = Pick<Audit, 'id' | 'ref' | 'vendorId' | 'kind' | 'depth' | 'state' | 'dueEffective' | 'legalCap' | 'startOn' | 'score' | 'grade' | 'completedOn'> & {
  vendorName: string
  vendorNameAlt: string | null
  tier: Tier | null
  leadName: string | null
  isOverdue: boolean
}

/** Audits that still have to happen, the earliest due first; refused ones stay until a later audit is completed or the vendor has ended. */
export async function listOpenAudits(ctx: Context, filter: { vendorId?: string } = {}): Promise<ListedAudit[]> {
  requirePermission(ctx, 'audit.read')
  const today = await getToday(ctx)
  const rows = await listed(ctx)
    .where(
      and(
        eq(auditCycles.orgId, ctx.actor.orgId),
        inArray(auditCycles.state, [...OPEN_AUDIT_STATES, 'refused']),
        or(ne(auditCycles.state, 'refused'), notInArray(vendors.status, ['terminated', 'banned'])),
        filter.vendorId === undefined ? undefined : eq(auditCycles.vendorId, asId(filter.vendorId)),
      ),
    )
    .orderBy(asc(auditCycles.dueEffective), asc(auditCycles.id))
  return rows.filter((row) => row.audit.state !== 'refused' || !row.completedLater).map((row) => asListed(row, today))
}

export const CLOSED_PAGE = 50

/** Audits that are over, the latest first; `before` is the last row of the page before. */
export async function listClosedAudits(ctx: Context, filter: { vendorId?: string; before?: string } = {}): Promise<ListedAudit[]> {
  requirePermission(ctx, 'audit.read')
  const today = await getToday(ctx)
  const from = filter.before === undefined ? undefined : await getAudit(ctx, filter.before)
  const beyond = from && or(lt(auditCycles.dueEffective, from.dueEffective), and(eq(auditCycles.dueEffective, from.dueEffective), lt(auditCycles.id, from.id)))
  const rows = await listed(ctx)
    .where(
      and(
        eq(auditCycles.orgId, ctx.actor.orgId),
        inArray(auditCycles.state, ['closed', 'cancelled_terminated', 'refused']),
        filter.vendorId === undefined ? undefined : eq(auditCycles.vendorId, asId(filter.vendorId)),
        beyond,
      ),
    )
    .orderBy(desc(auditCycles.dueEffective), desc(auditCycles.id))
    .limit(CLOSED_PAGE + 1)
  return rows.map((row) => asListed(row, today))
}

const COMPLETED_LATER = sql<boolean>`exists (select 1 from audit_cycles l where l.org_id = audit_cycles.org_id and l.vendor_id = audit_cycles.vendor_id
  and l.state = 'closed' and l.completed_on > audit_cycles.due_effective)`

function listed(ctx: Context) {
  return ctx.db
    .select({
      audit: auditCycles,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
      vendorStatus: vendors.status,
      tier: vendors.tier,
      leadName: sql<string | null>`(select u.name from users u where u.id = audit_cycles.lead_auditor_id)`,
      completedLater: COMPLETED_LATER,
    })
    .from(auditCycles)
    .innerJoin(vendors, and(eq(vendors.orgId, auditCycles.orgId), eq(vendors.id, auditCycles.vendorId)))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof listed>>[number]

function asListed({ audit, vendorName, vendorNameAlt, vendorStatus, tier, leadName, completedLater }: Row, today: string): ListedAudit {
  const { id, ref, vendorId, kind, depth, state, dueEffective, legalCap, startOn, score, grade, completedOn } = audit
  const vendorEnded = vendorStatus === 'terminated' || vendorStatus === 'banned'
  const isOverdue = auditIsOverdue({ state, dueEffective, laterAuditCompleted: completedLater, vendorEnded }, today)
  return { id, ref, vendorId, kind, depth, state, dueEffective, legalCap, startOn, score, grade, completedOn, vendorName, vendorNameAlt, tier, leadName, isOverdue }
}

export async function listResults(ctx: Context, auditId: string): Promise<AuditResult[]> {
  return ctx.db
    .select()
    .from(auditResults)
    .where(and(eq(auditResults.orgId, ctx.actor.orgId), eq(auditResults.auditId, auditId)))
    .orderBy(asc(auditResults.checkId))
}

/** Outcomes of the vendor's last closed audit before this one, by check. */
export async function listPreviousOutcomes(ctx: Context, { id, vendorId }: Pick<Audit, 'id' | 'vendorId'>): Promise<Map<string, Outcome>> {
  const [previous] = await ctx.db
    .select({ id: auditCycles.id })
    .from(auditCycles)
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.vendorId, vendorId), eq(auditCycles.state, 'closed'), ne(auditCycles.id, id)))
    .orderBy(desc(auditCycles.completedOn), desc(auditCycles.id))
    .limit(1)
  const results = previous ? await listResults(ctx, previous.id) : []
  return new Map(results.map(({ checkId, outcome }) => [checkId, outcome]))
}

type AuditAgreement = Pick<typeof agreements.$inferSelect, 'id' | 'vendorId' | 'engagementId' | 'predecessorId' | 'parameters' | 'frozenDraft' | 'number' | 'status'>

/** The agreement under audit and whose business it is. */
export async function getAuditedAgreement(ctx: Context, agreementId: string): Promise<{ agreement: AuditAgreement; businessOwnerId: string | null }> {
  const [row] = await ctx.db
    .select({ agreement: agreements, businessOwnerId: engagements.businessOwnerId, ownerId: vendors.ownerId })
    .from(agreements)
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .innerJoin(vendors, and(eq(vendors.orgId, agreements.orgId), eq(vendors.id, agreements.vendorId)))
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, asId(agreementId))))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return { agreement: row.agreement, businessOwnerId: row.businessOwnerId ?? row.ownerId }
}

/** Active agreements, by vendor, for calling an audit outside the cycle. */
export async function listAuditedAgreements(ctx: Context): Promise<{ id: string; number: string; name: string; nameAlt: string | null }[]> {
  return ctx.db
    .select({ id: agreements.id, number: agreements.number, name: vendors.name, nameAlt: vendors.nameAlt })
    .from(agreements)
    .innerJoin(vendors, and(eq(vendors.orgId, agreements.orgId), eq(vendors.id, agreements.vendorId)))
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.status, 'active')))
    .orderBy(asc(vendors.name), asc(agreements.number))
    .limit(1000)
}

/** What independence asks of a lead auditor: the vendor's business owner, and the firms of its earlier audits, latest first. */
export async function getLeadFacts(ctx: Context, audit: Pick<Audit, 'id' | 'vendorId' | 'agreementId'>): Promise<Pick<AuditLead, 'businessOwnerId' | 'earlierFirms'>> {
  const [{ businessOwnerId }, earlier] = await Promise.all([
    getAuditedAgreement(ctx, audit.agreementId),
    ctx.db
      .select({ firm: auditCycles.auditorFirm })
      .from(auditCycles)
      .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.vendorId, audit.vendorId), eq(auditCycles.state, 'closed'), ne(auditCycles.id, audit.id)))
      .orderBy(desc(auditCycles.completedOn), desc(auditCycles.id))
      .limit(3),
  ])
  return { businessOwnerId: businessOwnerId ?? undefined, earlierFirms: earlier.map(({ firm }) => firm ?? undefined) }
}

/** Band and override that set a vendor's audit interval: the live band, and whether its last decision went against the model's rejection. */
export async function getAuditRating(ctx: Context, vendorId: string): Promise<{ tier: Tier; band: Band; overridden: boolean }> {
  const [vendor] = await ctx.db
    .select({ tier: vendors.tier, band: vendors.bandLive })
    .from(vendors)
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, vendorId)))
  const [decision] = await ctx.db
    .select({ proposed: sql<string | null>`${decisions.score}->>'decision'`, outcome: decisions.outcome })
    .from(decisions)
    .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.vendorId, vendorId), isNotNull(decisions.confirmedAt)))
    .orderBy(desc(decisions.confirmedAt))
    .limit(1)
  const overridden = decision?.proposed === 'reject' && decision.outcome !== 'reject'
  return { tier: vendor?.tier ?? 'T1', band: vendor?.band ?? 'A', overridden }
}

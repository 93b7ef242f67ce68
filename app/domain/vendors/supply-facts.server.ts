import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { agreements, assessments, decisions } from '#db/schema/index.ts'
import type { ScopeRow } from '../agreements/scope.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { getVendorHeader, type VendorHeader } from './queries.server.ts'
import { getToday } from './today.server.ts'
import type { SupplyQuestion } from './supply.ts'

type SupplyAgreement = { id: string; number: string; title: string; status: string; authStart: string; authEnd: string; infoTypes: string[]; purposes: string[]; scenarios: string[] }
type SupplyFacts = { vendor: VendorHeader; agreement: SupplyAgreement | undefined; question: SupplyQuestion }

/**
 * What the supply gate asks about a vendor (PC-19): with `agreementId` about that agreement, else about the active one. An
 * assessment is valid while the last confirmed decision approves; an overdue reassessment only proposes suspension (N-05).
 */
export async function getSupplyFacts(ctx: Context, vendorId: string, agreementId?: string): Promise<SupplyFacts> {
  const vendor = await getVendorHeader(ctx, vendorId)
  const [agreementList, [decision], today] = await Promise.all([
    listSupplyAgreements(ctx, vendor.id),
    ctx.db
      .select({ outcome: decisions.outcome })
      .from(decisions)
      .innerJoin(assessments, and(eq(assessments.orgId, decisions.orgId), eq(assessments.id, decisions.assessmentId)))
      .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.vendorId, vendor.id), isNotNull(decisions.confirmedAt)))
      .orderBy(desc(decisions.confirmedAt))
      .limit(1),
    getToday(ctx),
  ])
  const agreement = agreementId === undefined ? agreementList[0] : agreementList.find(({ id }) => id === asId(agreementId))
  if (agreementId !== undefined && !agreement) throw new Problem('not-found', 'errors.not_found')
  const assessmentValid = decision?.outcome === 'approve' || decision?.outcome === 'conditional'
  return { vendor, agreement, question: { vendor: { status: vendor.status, flags: vendor.flags }, agreement, assessmentValid, today } }
}

/** The vendor's agreements that were ever signed, the active ones first. */
async function listSupplyAgreements(ctx: Context, vendorId: string): Promise<SupplyAgreement[]> {
  const rows = await ctx.db
    .select({
      id: agreements.id,
      number: agreements.number,
      title: sql<string>`(select e.title from engagements e where e.org_id = agreements.org_id and e.id = agreements.engagement_id)`,
      status: agreements.status,
      authStart: agreements.authStart,
      authEnd: agreements.authEnd,
      scope: agreements.scope,
    })
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, vendorId), sql`${agreements.status} in ('signed', 'active', 'expired', 'terminated')`))
    .orderBy(sql`${agreements.status} = 'active' desc`, desc(agreements.authEnd), desc(agreements.id))
  const among = <K extends 'info_type' | 'purpose' | 'scenario'>(scope: ScopeRow[], key: K) => [...new Set(scope.map((row) => row[key]))]
  return rows.map(({ scope, ...row }) => ({
    ...row,
    infoTypes: among(scope, 'info_type'),
    purposes: among(scope, 'purpose'),
    scenarios: among(scope, 'scenario'),
  }))
}

import { and, eq, inArray, sql } from 'drizzle-orm'
import { decisions, engagements, findings, organisations } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import type { Tier } from '../questionnaires/template.ts'
import { findBan, getVendor } from '../vendors/queries.server.ts'
import { readAgreementLibrary } from './agreement-library.server.ts'
import { clauseConditions } from './clause-conditions.ts'
import { completenessTable, type CompletenessRow } from './completeness.ts'
import { draftAgreement, type Draft } from './draft.ts'
import type { GenerationGates } from './generation-gates.ts'
import type { Agreement } from './queries.server.ts'

/** The agreement as it would be generated now, with everything that forbids it, and what the law asks of it. */
export async function draftOf(ctx: Context, agreement: Agreement): Promise<{ draft: Draft; completeness: CompletenessRow[]; today: string }> {
  const library = readAgreementLibrary()
  const { holds, facts } = clauseConditions(library.questionnaire, agreement.intake)
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  const today = localDate(ctx.now, organisation!.zone)
  const vendor = await getVendor(ctx, agreement.vendorId)
  const draft = draftAgreement({
    library,
    holds,
    facts,
    tier: (vendor.tier ?? 'T1') satisfies Tier,
    version: agreement.version,
    parameters: { ...agreement.parameters, agreement_no: agreement.number, sign_date: agreement.parameters.sign_date ?? today, effective_date: agreement.effectiveOn ?? agreement.parameters.effective_date },
    scope: agreement.scope,
    accepted: agreement.schedules.accepted,
    subProcessors: agreement.schedules.subProcessors,
    contacts: agreement.schedules.contacts,
    added: agreement.addedClauses,
    removed: agreement.removedClauses,
    deviations: agreement.deviations,
    assessed: { infoTypes: codes(agreement.intake['IN-06']), operations: codes(agreement.intake['IN-08']) },
    homeCountry: organisation!.country,
    gates: await gatesOf(ctx, agreement),
  })
  return { draft, completeness: completenessTable(library.completeness, { ...draft, holds }), today }
}

/** The frozen text once there is one, else the draft of this moment. */
export async function textOf(ctx: Context, agreement: Agreement): Promise<{ draft: Draft; completeness: CompletenessRow[] }> {
  if (!agreement.frozenDraft) return draftOf(ctx, agreement)
  const library = readAgreementLibrary()
  const { holds } = clauseConditions(library.questionnaire, agreement.intake)
  return { draft: agreement.frozenDraft, completeness: completenessTable(library.completeness, { ...agreement.frozenDraft, holds }) }
}

async function gatesOf(ctx: Context, agreement: Agreement): Promise<GenerationGates> {
  const open = await listOpenPreContract(ctx, agreement.vendorId)
  const [engagement] = await ctx.db
    .select({ piaFileId: engagements.piaFileId })
    .from(engagements)
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, agreement.engagementId)))
  const [decision] = agreement.assessmentId
    ? await ctx.db
        .select({ score: decisions.score })
        .from(decisions)
        .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.assessmentId, agreement.assessmentId)))
    : []
  const ban = await findBan(ctx, { vendorId: agreement.vendorId })
  const knockouts = (decision?.score.hardKnockouts ?? []) as string[] // written by proposeDecision
  return {
    openPreContractFindings: open.map(({ itemId }) => itemId),
    hardKnockouts: knockouts,
    hasImpactAssessment: Boolean(engagement?.piaFileId),
    ...(ban && { bannedUntil: ban.untilOn }),
  }
}

/** Findings that must be closed before the agreement may go out for signature. */
export async function listOpenPreContract(ctx: Context, vendorId: string): Promise<{ id: string; itemId: string; ref: string }[]> {
  return ctx.db
    .select({ id: findings.id, itemId: findings.itemId, ref: findings.ref })
    .from(findings)
    .where(
      and(
        eq(findings.orgId, ctx.actor.orgId),
        eq(findings.vendorId, vendorId),
        eq(findings.isPreContract, true),
        inArray(findings.status, ['open', 'plan_received', 'fixed', 'rejected']),
      ),
    )
    .orderBy(sql`${findings.dueOn}`)
}

const codes = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [])

import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, cases } from '#db/schema/index.ts'
import { planSpecialAudit } from '../audits/plan-audit.server.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { caseSeverity, openingClass, suspensionOnSuspicion } from './case.ts'
import { loadClock } from './load-clock.server.ts'
import type { Case } from './move-case.server.ts'
import { isHighOrCritical, type Severity } from './severity.ts'
import type { CaseSource } from './sources.ts'
import { suspendOnSuspicion } from './suspend-on-suspicion.server.ts'
import { findViolation } from './violation-catalogue.server.ts'

export type Suspicion = {
  vendorId: string
  /** V-01 … V-26. */
  violationId: string
  source: CaseSource
  /** Alert that opens the case: N-07 makes V-16 class P (rulings 17). */
  alert?: string
  /** Rule, check or alert that detected it; the alert when not another. */
  detectedBy?: string
  facts: string
  infoTypes?: string[]
  subjectsAffected?: number
  firstOn?: string
  lastOn?: string
  agreementId?: string
  /** Severities of its signals; the case takes the highest (rulings 21). */
  signals?: Severity[]
  /** V-25: the change concerns place or sub-processors. */
  changesPlaceOrSubprocessors?: boolean
}

/**
 * A suspected case as a row with everything that follows from suspicion alone: class and severity by the template, supply
 * cut when critical (rulings 20), a special audit when high or critical. The caller records why. Throws not-found for a vendor or violation that is not there.
 */
export async function insertCase(ctx: Context, suspicion: Suspicion): Promise<Case> {
  const { violationId } = suspicion
  const violation = findViolation(violationId)
  if (!violation) throw new Problem('invalid', 'form.check', {}, [{ field: 'violationId', key: 'form.choice' }])
  const vendor = await getVendor(ctx, suspicion.vendorId)
  const clock = await loadClock(ctx)
  const [agreement, earlier] = await Promise.all([findAgreement(ctx, vendor.id, suspicion.agreementId), listEarlier(ctx, vendor.id, violationId)])
  const openedOn = localDate(ctx.now, clock.zone)
  const [row] = await ctx.db
    .insert(cases)
    .values({
      orgId: ctx.actor.orgId,
      id: newId(),
      ref: await nextRef(ctx, 'C', 'case'),
      vendorId: vendor.id,
      agreementId: agreement?.id,
      violationId,
      class: openingClass({
        violationId, openedOn, templateClass: violation.class, alert: suspicion.alert,
        changesPlaceOrSubprocessors: suspicion.changesPlaceOrSubprocessors,
        earlierOpenedOn: earlier.map(({ createdAt }) => localDate(createdAt, clock.zone)),
      }),
      severity: caseSeverity(violation.severity, suspicion.signals ?? []),
      state: 'suspected',
      source: suspicion.source,
      detectedBy: suspicion.detectedBy ?? suspicion.alert,
      facts: suspicion.facts,
      infoTypes: suspicion.infoTypes ?? [],
      subjectsAffected: suspicion.subjectsAffected,
      firstOn: suspicion.firstOn,
      lastOn: suspicion.lastOn,
      detectedAt: ctx.now,
      reportedBy: reporter(ctx),
      linkedCaseId: earlier[0]?.id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning()
  if (!row) throw new Error('an insert without a conflict clause returns its row')
  await followSuspicion(ctx, row, vendor)
  return row
}

/** What a case's severity does by itself: critical cuts the supply, high and critical call for a special audit. */
export async function followSuspicion(ctx: Context, row: Case, vendor: Vendor) {
  if (suspensionOnSuspicion(row.severity) === 'automatic')
    await suspendOnSuspicion(ctx, vendor, { caseId: row.id, caseRef: row.ref, violationId: row.violationId, severity: row.severity })
  if (!isHighOrCritical(row.severity)) return
  const agreement = await findAgreement(ctx, vendor.id)
  if (!agreement || agreement.status !== 'active') return
  const { zone } = await loadClock(ctx)
  await planSpecialAudit(ctx, { agreement, tier: vendor.tier ?? 'T1', trigger: 'serious_violation', raisedOn: localDate(ctx.now, zone) })
}

/** The agreement asked for, else the vendor's active one, else the last that was ever signed. Throws not-found for another vendor's. */
async function findAgreement(ctx: Context, vendorId: string, agreementId?: string) {
  const [agreement] = await ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.vendorId, vendorId),
        agreementId === undefined ? inArray(agreements.status, ['active', 'signed', 'expired', 'terminated', 'superseded']) : eq(agreements.id, agreementId),
      ),
    )
    .orderBy(sql`${agreements.status} = 'active' desc`, desc(agreements.authEnd), desc(agreements.id))
    .limit(1)
  if (!agreement && agreementId !== undefined) throw new Problem('not-found', 'errors.not_found')
  return agreement
}

/** The vendor's cases of the same violation that were neither dismissed nor cleared, latest first. */
async function listEarlier(ctx: Context, vendorId: string, violationId: string) {
  return ctx.db
    .select({ id: cases.id, createdAt: cases.createdAt })
    .from(cases)
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        eq(cases.vendorId, vendorId),
        eq(cases.violationId, violationId),
        notInArray(cases.state, ['dismissed', 'not_substantiated', 'closed_not_substantiated']),
      ),
    )
    .orderBy(desc(cases.createdAt), desc(cases.id))
}

function reporter({ actor }: Context): Case['reportedBy'] {
  if (actor.kind === 'member') return { kind: 'member', id: actor.userId, name: actor.name }
  return actor.kind === 'system' ? { kind: 'system', id: actor.job, name: actor.job } : { kind: 'system', id: actor.contactId, name: actor.name }
}

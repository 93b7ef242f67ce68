import { and, eq, inArray, sql } from 'drizzle-orm'
import { agreements, auditCycles, findings } from '#db/schema/index.ts'
import { translator } from '#app/i18n/index.ts'
import type { Context } from '../context.server.ts'
import { inTransaction } from '../context.server.ts'
import { expireAgreement } from '../agreements/expire-agreement.server.ts'
import { voidAgreement } from '../agreements/void-agreement.server.ts'
import { withdrawAssessment } from '../assessments/withdraw-assessment.server.ts'
import { Problem } from '../errors.ts'
import type { AlertAction } from '../notifications/alert.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { suspendSupply } from '../vendors/suspend-supply.server.ts'
import { vendorCan } from '../vendors/vendor.ts'
import { openCase } from '../violations/open-case.server.ts'
import type { AlertSubject } from './alert-subject.ts'

/** Does what needs no person (notifier.md rule 13). What the state of things no longer allows is left as it is. */
export async function runAction(ctx: Context, subject: AlertSubject, action: AlertAction): Promise<void> {
  const run = ACTIONS[action]
  if (!run) return
  try {
    await inTransaction(ctx, (ctx) => run(ctx, subject))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

const reason = (ctx: Context, key: 'audit_overdue' | 'finding_overdue' | 'assessment_unanswered' | 'unsigned', subject: AlertSubject) =>
  translator(ctx.locale)(`notifications.reason.${key}`, subject.words)

/** Not listed: a proposal is the message itself, and flags are computed from data. */
const ACTIONS: Partial<Record<AlertAction, (ctx: Context, subject: AlertSubject) => Promise<unknown>>> = {
  suspend_supply: (ctx, subject) =>
    suspendSupply(ctx, vendorOf(subject), {
      reason: reason(ctx, subject.type === 'finding' ? 'finding_overdue' : 'audit_overdue', subject),
      severity: 'high',
    }),
  set_vendor_terminating: async (ctx, subject) => {
    const vendor = await getVendor(ctx, vendorOf(subject))
    if (vendorCan('must_terminate', vendor)) await moveVendor(ctx, { vendorId: vendor.id, action: 'must_terminate' })
  },
  record_cycle_missed: async (ctx, subject) => {
    const [after] = await ctx.db
      .update(auditCycles)
      .set({ isMissed: true, revision: sql`${auditCycles.revision} + 1` })
      .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.id, subject.rowId), eq(auditCycles.isMissed, false)))
      .returning()
    if (after) await record(ctx, { action: 'audit.miss', subjectType: 'audit', subjectId: after.id, vendorId: after.vendorId })
  },
  expire_agreement: (ctx, subject) => expireAgreement(ctx, subject.rowId),
  open_exit_tasks: async (ctx, subject) => {
    const vendor = await getVendor(ctx, vendorOf(subject))
    const others = await ctx.db
      .select({ id: agreements.id })
      .from(agreements)
      .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, vendor.id), inArray(agreements.status, ['signed', 'active'])))
    if (others.length === 0 && vendorCan('end', vendor)) await moveVendor(ctx, { vendorId: vendor.id, action: 'end', data: { ground: 'expiry' } })
  },
  carry_into_next_audit: async (ctx, subject) => {
    const [after] = await ctx.db
      .update(findings)
      .set({ severity: 'medium', updatedAt: ctx.now, revision: sql`${findings.revision} + 1` })
      .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.id, subject.rowId), eq(findings.severity, 'low')))
      .returning()
    if (after) await record(ctx, { action: 'finding.raise_severity', subjectType: 'finding', subjectId: after.id, vendorId: after.vendorId, data: { severity: 'medium' } })
  },
  open_violation_v07: (ctx, subject) => openViolation(ctx, subject, 'V-07', 'N-02'),
  open_violation_v13: (ctx, subject) => openViolation(ctx, subject, 'V-13', 'N-11'),
  open_violation_v16: (ctx, subject) => openViolation(ctx, subject, 'V-16', 'N-07'),
  mark_evidence_stale: (ctx, subject) =>
    record(ctx, { action: 'evidence.expire', subjectType: 'evidence', subjectId: subject.rowId, vendorId: subject.vendorId }),
  withdraw_assessment: (ctx, subject) =>
    withdrawAssessment(ctx, { assessmentId: subject.rowId, reason: reason(ctx, 'assessment_unanswered', subject) }),
  void_agreement: (ctx, subject) => voidAgreement(ctx, subject.rowId, { reason: reason(ctx, 'unsigned', subject) }),
}

function openViolation(ctx: Context, subject: AlertSubject, violationId: string, detectedBy: string) {
  return openCase(ctx, {
    vendorId: vendorOf(subject),
    violationId,
    detectedBy,
    source: 'notifier',
    alert: detectedBy,
    facts: reason(ctx, subject.type === 'finding' ? 'finding_overdue' : 'audit_overdue', subject),
  })
}

function vendorOf(subject: AlertSubject): string {
  if (!subject.vendorId) throw new Error(`${subject.type} ${subject.rowId} has no vendor`)
  return subject.vendorId
}

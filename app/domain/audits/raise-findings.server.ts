import { newId } from '#app/platform/ids.server.ts'
import { findings } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import type { Clock } from '../violations/deadlines.ts'
import { openCase } from '../violations/open-case.server.ts'
import { violationOfCheck } from '../violations/violation-catalogue.server.ts'
import type { ProgrammeCheck } from './audit-programme.server.ts'
import { findingSeverity, opensSuspectedViolation } from './outcomes.ts'
import type { Audit } from './plan-audit.server.ts'
import { type AuditResult, listPreviousOutcomes } from './queries.server.ts'
import { findingDue } from './remediation.ts'

type Closing = { audit: Audit; checks: readonly ProgrammeCheck[]; results: readonly AuditResult[]; closedOn: string; clock: Clock }

/** The findings of a closed report with their due dates, and a suspected violation for each critical outcome, as part of the caller's write. Returns their number. */
export async function raiseFindings(ctx: Context, closing: Closing): Promise<number> {
  const previous = await listPreviousOutcomes(ctx, closing.audit)
  let raised = 0
  for (const check of closing.checks) {
    const result = closing.results.find(({ checkId }) => checkId === check.id)
    if (!result) continue
    const severity = findingSeverity({ outcome: result.outcome, failSeverity: check.fail_severity }, previous.get(check.id))
    if (severity) {
      raised += 1
      await insertFinding(ctx, closing, { check, result, severity })
    }
    if (opensSuspectedViolation(result.outcome)) await suspect(ctx, closing.audit, { check, result })
  }
  return raised
}

type Raised = { check: ProgrammeCheck; result: AuditResult; severity: NonNullable<ReturnType<typeof findingSeverity>> }

async function insertFinding(ctx: Context, { audit, closedOn, clock }: Closing, { check, result, severity }: Raised) {
  const dueOn = findingDue(closedOn, severity, clock.calendar)
  const ref = await nextRef(ctx, 'F', 'finding')
  const { plan, note } = result
  const text = note ? { zh: `${check.name.zh}：${note}`, en: `${check.name.en}: ${note}` } : check.name
  const [finding] = await ctx.db
    .insert(findings)
    .values({
      orgId: ctx.actor.orgId, id: newId(), ref, vendorId: audit.vendorId, source: 'audit', sourceId: audit.id, itemId: check.id, severity, text,
      clauses: check.clauses, status: plan ? 'plan_received' : 'open', plan, dueOn, firstDueOn: dueOn, ownerId: audit.leadAuditorId,
      createdAt: ctx.now, updatedAt: ctx.now,
    })
    .returning()
  if (!finding) throw new Error('an insert without a conflict clause returns its row')
  await record(ctx, {
    action: 'finding.raise', subjectType: 'finding', subjectId: finding.id, vendorId: finding.vendorId, after: finding,
    data: { ref, auditId: audit.id, auditRef: audit.ref, checkId: check.id, severity, dueOn },
  })
}

async function suspect(ctx: Context, audit: Audit, { check, result }: Pick<Raised, 'check' | 'result'>) {
  const violation = violationOfCheck(check)
  if (!violation) return
  const facts = [audit.ref, check.id, result.note, result.evidence].filter(Boolean).join(' · ')
  await openCase(ctx, {
    vendorId: audit.vendorId, agreementId: audit.agreementId, violationId: violation.id, source: 'audit', detectedBy: check.id, signals: ['critical'], facts,
  })
}

import type { Context } from '../context.server.ts'
import { listApplicableChecks } from './applicable-checks.server.ts'
import { reportGaps } from './outcomes.ts'
import type { Audit } from './plan-audit.server.ts'
import { type AuditResult, listResults } from './queries.server.ts'

/** What still keeps the report from being drafted, by check. */
export async function findGaps(ctx: Context, audit: Pick<Audit, 'id' | 'agreementId' | 'depth'>) {
  const [checks, results] = await Promise.all([listApplicableChecks(ctx, audit), listResults(ctx, audit.id)])
  return reportGaps(checks.map(({ id }) => id), results.map(asRecorded))
}

function asRecorded({ checkId, outcome, note, evidence, fileId }: AuditResult) {
  return { checkId, outcome, reason: note ?? undefined, evidenceCount: Number(Boolean(evidence?.trim())) + Number(fileId !== null) }
}

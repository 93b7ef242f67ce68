import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { decidingMember } from './deciding-member.ts'
import type { RetestInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { verifyCaseFinding } from './remediation-finding.server.ts'

/** The retest passed: what the vendor was to put right is right, with the proof of it. */
export async function verifyRemediation(ctx: Context, caseId: string, { proof, retestPassed, revision }: RetestInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const after = await moveCase(ctx, before, { action: 'verify_remediation', facts: { retestPassed }, data: { proof } })
    await verifyCaseFinding(ctx, after, { verifiedBy: decidingMember(ctx.actor), proof })
    return after
  })
}

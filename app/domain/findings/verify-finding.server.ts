import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { moveFinding } from './move-finding.server.ts'
import { findFixer, getFinding, type Finding } from './queries.server.ts'

/** Closes a finding whose remedy holds. Who said that it is fixed cannot be the one who says that it holds. */
export async function verifyFinding(ctx: Context, findingId: string, { note, revision }: { note?: string; revision: number }): Promise<Finding> {
  requirePermission(ctx, 'finding.verify')
  return inTransaction(ctx, async (ctx) => {
    const before = await getFinding(ctx, findingId)
    const { actor } = ctx
    if (actor.kind !== 'member') throw new Problem('forbidden', 'errors.not_allowed')
    const fixer = await findFixer(ctx, before.id)
    if (before.status === 'fixed' && fixer?.kind === 'member' && fixer.id === actor.userId) throw new Problem('forbidden', 'findings.second_person_needed')
    return moveFinding(ctx, before, { action: 'verify', revision, set: { verifiedAt: ctx.now, verifiedBy: actor.userId }, data: { note } })
  })
}

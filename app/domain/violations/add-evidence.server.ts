import { newId } from '#app/platform/ids.server.ts'
import { caseEvidence } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { caseIsFrozen } from './case.ts'
import { decidingMember } from './deciding-member.ts'
import { type GivenFile, keepGiven, receiveGiven } from './given-file.server.ts'
import type { EvidenceInput } from './input.ts'
import { changeCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'

/** Adds a sealed file with its SHA-256 to what a case rests on. From confirmation on the list is closed (violations.yaml forbidden). */
export async function addEvidence(ctx: Context, caseId: string, { description, file }: EvidenceInput & { file?: GivenFile }): Promise<Case> {
  requirePermission(ctx, 'violation.add_evidence')

  const received = await receiveGiven(ctx.actor.orgId, file)
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await getCase(ctx, caseId)
      if (caseIsFrozen(before.state)) throw new Problem('conflict', 'cases.problem.frozen')
      const kept = await keepGiven(ctx, file, received)
      if (!kept) throw new Problem('invalid', 'form.check', {}, [{ field: 'file', key: 'form.required' }])
      const { id, sha256, name } = kept
      const collectedBy = decidingMember(ctx.actor)
      await ctx.db.insert(caseEvidence).values({ orgId: ctx.actor.orgId, id: newId(), caseId: before.id, fileId: id, description, sha256, collectedBy, collectedAt: ctx.now })
      return changeCase(ctx, before, { action: 'add_evidence', set: {}, data: { description, sha256, name } })
    })
  } catch (error) {
    await received?.discard()
    throw error
  }
}

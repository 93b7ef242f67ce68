import { and, eq } from 'drizzle-orm'
import { evidence } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem, type FieldProblem } from '../errors.ts'
import { contactOf } from '../portal/queries.server.ts'
import { publishedQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import { record } from '../trail/record.server.ts'
import { getToday } from '../vendors/today.server.ts'
import { getEvidence, type Evidence } from './queries.server.ts'

type EvidenceDescription = { type: string; issuedOn?: string; expiresOn?: string }

/** Says once what a document is, when it was issued and until when it holds; wherever it is used, that is known. */
export async function describeEvidence(ctx: Context, { evidenceId, ...given }: EvidenceDescription & { evidenceId: string }): Promise<Evidence> {
  requirePermission(ctx, 'portal.upload')
  return inTransaction(ctx, async (ctx) => {
    const before = await getEvidence(ctx, { evidenceId, vendorId: contactOf(ctx).vendorId })
    if (before.type === given.type && before.issuedOn === (given.issuedOn ?? null) && before.expiresOn === (given.expiresOn ?? null)) return before
    await check(ctx, given)
    const [after] = await ctx.db
      .update(evidence)
      .set({ type: given.type, issuedOn: given.issuedOn ?? null, expiresOn: given.expiresOn ?? null })
      .where(and(eq(evidence.orgId, ctx.actor.orgId), eq(evidence.id, before.id)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'evidence.describe', subjectType: 'evidence', subjectId: after.id, vendorId: after.vendorId, before, after })
    return after
  })
}

async function check(ctx: Context, { type, issuedOn, expiresOn }: EvidenceDescription) {
  const { compiled } = await publishedQuestionnaire(ctx)
  const today = await getToday(ctx)
  const fields: FieldProblem[] = []
  if (!compiled.template.evidence_types.some(({ id }) => id === type)) fields.push({ field: 'type', key: 'form.choice' })
  if (issuedOn && issuedOn > today) fields.push({ field: 'issuedOn', key: 'portal.evidence.issued_later', data: { today } })
  if (issuedOn && expiresOn && expiresOn <= issuedOn) fields.push({ field: 'expiresOn', key: 'form.end_before_start' })
  if (fields.length > 0) throw new Problem('invalid', 'form.check', {}, fields)
}

import { and, eq, sql } from 'drizzle-orm'
import { engagements } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getFile } from '../evidence/queries.server.ts'
import type { AnswerValue } from '../questionnaires/template.ts'
import { record } from '../trail/record.server.ts'
import { requireMember } from '../vendors/people.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { draftProblems } from './check-intake.server.ts'
import type { IntakeHeadInput } from './input.ts'
import type { IntakeInput } from './intake-form.ts'
import { getEngagement, type Engagement } from './queries.server.ts'

/**
 * Keeps the intake form as it stands, gaps and all (R7.1.1). Throws Problem invalid at answers that cannot be read, conflict
 * once the request was submitted or when somebody else saved it meanwhile.
 */
export async function saveIntake(ctx: Context, engagementId: string, { revision, title, businessOwnerId, ...answers }: IntakeHeadInput & IntakeInput): Promise<Engagement> {
  requirePermission(ctx, 'engagement.update')

  return inTransaction(ctx, async (ctx) => {
    const before = await getEngagement(ctx, engagementId)
    if (before.status !== 'draft') throw new Problem('conflict', 'engagements.not_a_draft')
    const problems = draftProblems(answers)
    if (problems.length > 0) throw new Problem('invalid', 'form.check', {}, problems)
    if (businessOwnerId) await requireMember(ctx, { userId: businessOwnerId, field: 'businessOwnerId' })
    const piaFileId = await impactAssessment(ctx, answers.intake)
    const vendor = await getVendor(ctx, before.vendorId)

    const [after] = await ctx.db
      .update(engagements)
      .set({
        title,
        businessOwnerId: businessOwnerId ?? null,
        intake: { 'IN-01': vendor.name, ...(vendor.regNo ? { 'IN-02': vendor.regNo } : {}), 'IN-03': title, ...answers.intake },
        intakeNotes: answers.notes,
        piaFileId,
        updatedAt: ctx.now,
        revision: sql`${engagements.revision} + 1`,
      })
      .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, before.id), eq(engagements.revision, revision), eq(engagements.status, 'draft')))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'engagement.save_intake', subjectType: 'engagement', subjectId: after.id, vendorId: after.vendorId, before, after })
    return after as Engagement // its intake was checked above
  })
}

/** The filed report of IN-19 (gate G3): only a file that the person may read can become one that everybody reads. */
async function impactAssessment(ctx: Context, intake: Record<string, AnswerValue>): Promise<string | null> {
  const [fileId] = Array.isArray(intake['IN-19']) ? intake['IN-19'] : []
  if (typeof fileId !== 'string') return null
  return (await getFile(ctx, fileId)).id
}

import { and, eq, sql } from 'drizzle-orm'
import { agreements } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { agreementTransition, type AgreementAction } from './agreement.ts'
import type { Agreement } from './queries.server.ts'

type Move = {
  action: AgreementAction
  set?: Partial<Omit<Agreement, 'orgId' | 'id' | 'status' | 'revision' | 'updatedAt'>>
  data?: Record<string, unknown>
}

/**
 * Takes the agreement one step through its machine and records `agreement.<action>`. The caller has asked for the permission
 * and the blockers. Throws conflict when the status does not allow the step or somebody changed the agreement meanwhile.
 */
export async function moveAgreement(ctx: Context, before: Agreement, { action, set = {}, data }: Move): Promise<Agreement> {
  const step = agreementTransition(action, before.status)
  if (!step) throw new Problem('conflict', 'status.blocked.agreement.wrong_status', { action, status: before.status })
  const [after] = await ctx.db
    .update(agreements)
    .set({ ...set, status: step.to, updatedAt: ctx.now, revision: sql`${agreements.revision} + 1` })
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.id, before.id),
        eq(agreements.status, before.status),
        eq(agreements.revision, before.revision),
      ),
    )
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, {
    action: `agreement.${action}`,
    subjectType: 'agreement',
    subjectId: after.id,
    vendorId: after.vendorId,
    before: { status: before.status },
    after: { status: after.status },
    data: { number: after.number, version: after.version, ...data },
  })
  return after
}

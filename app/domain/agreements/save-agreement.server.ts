import { and, eq, sql } from 'drizzle-orm'
import { agreements } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { isCalendarDate } from '../organisations/calendar-dates.ts'
import { record } from '../trail/record.server.ts'
import type { ParameterValues } from './parameters.ts'
import { getAgreement, type Agreement } from './queries.server.ts'
import type { Contact } from './schedules.ts'
import type { ScopeRow } from './scope.ts'

export type AgreementChange = {
  revision: number
  parameters?: ParameterValues
  scope?: ScopeRow[]
  contacts?: Contact[]
  addedClauses?: string[]
  removedClauses?: string[]
}

/** Changes a draft; what is wrong with it is said by the draft itself, so that half-filled work is never lost. */
export async function saveAgreement(ctx: Context, agreementId: string, change: AgreementChange): Promise<Agreement> {
  requirePermission(ctx, 'agreement.draft')
  return inTransaction(ctx, async (ctx) => {
    const before = await getAgreement(ctx, agreementId)
    if (before.status !== 'draft') throw new Problem('conflict', 'agreements.not_a_draft')
    const parameters = { ...before.parameters, ...change.parameters }
    const [after] = await ctx.db
      .update(agreements)
      .set({
        parameters,
        scope: change.scope ?? before.scope,
        schedules: { ...before.schedules, contacts: change.contacts ?? before.schedules.contacts },
        addedClauses: change.addedClauses ?? before.addedClauses,
        removedClauses: change.removedClauses ?? before.removedClauses,
        authStart: isCalendarDate(parameters.auth_start) ? parameters.auth_start : before.authStart,
        authEnd: isCalendarDate(parameters.auth_end) ? parameters.auth_end : before.authEnd,
        updatedAt: ctx.now,
        revision: sql`${agreements.revision} + 1`,
      })
      .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, before.id), eq(agreements.status, 'draft'), eq(agreements.revision, change.revision)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'agreement.save', subjectType: 'agreement', subjectId: after.id, vendorId: after.vendorId, before, after, data: { number: after.number } })
    return after
  })
}

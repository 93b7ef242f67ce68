import { and, eq, sql } from 'drizzle-orm'
import { organisations } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { UpdateOrganisationInput } from './input.ts'
import { organisationRow } from './insert-organisation.server.ts'
import { getOrganisation, type Organisation } from './queries.server.ts'

/** Changes the organisation's data and its responsible unit (PC-20). Throws conflict when somebody saved meanwhile. */
export async function updateOrganisation(ctx: Context, { revision, ...input }: UpdateOrganisationInput): Promise<Organisation> {
  requirePermission(ctx, 'organisation.update')
  return inTransaction(ctx, async (ctx) => {
    const before = await getOrganisation(ctx)
    const [after] = await ctx.db
      .update(organisations)
      .set({ ...organisationRow(input), revision: sql`${organisations.revision} + 1` })
      .where(and(eq(organisations.id, ctx.actor.orgId), eq(organisations.revision, revision)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'organisation.update', subjectType: 'organisation', subjectId: after.id, before, after })
    return after
  })
}

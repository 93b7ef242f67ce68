import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { assessments, links } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { WITH_COMPANY, WITH_VENDOR } from './assessment.ts'

/**
 * Whoever is given up, turned away or ended owes no more answers: every open questionnaire of the vendor is withdrawn and its
 * links close, as part of the caller's write. Other ways in stay, since a contact still needs the page of a case.
 */
export async function endQuestionnaires(ctx: Context, { vendorId, reason }: { vendorId: string; reason: string }): Promise<void> {
  const open = await ctx.db
    .select()
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.vendorId, vendorId), inArray(assessments.status, [...WITH_VENDOR, ...WITH_COMPANY])))
    .for('update')
  for (const before of open) {
    const set = { status: 'withdrawn', withdrawnAt: ctx.now, withdrawalReason: reason, updatedAt: ctx.now } as const
    const [after] = await ctx.db
      .update(assessments)
      .set({ ...set, revision: sql`${assessments.revision} + 1` })
      .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, before.id), eq(assessments.status, before.status)))
      .returning()
    const closed = await ctx.db
      .update(links)
      .set({ revokedAt: ctx.now })
      .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.subjectId, before.id), isNull(links.revokedAt)))
      .returning({ id: links.id })
    const data = { reason, contactId: before.contactId ?? undefined, linksClosed: closed.length }
    await record(ctx, { action: 'assessment.withdraw', subjectType: 'assessment', subjectId: before.id, vendorId, before, after, data })
  }
}

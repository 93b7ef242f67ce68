import { and, desc, eq, isNotNull, or } from 'drizzle-orm'
import { cases } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Contact } from '../identity/actor.ts'
import { asId } from '../input.ts'
import type { Case } from './move-case.server.ts'

/** A case that the contact's own vendor was told of. Throws not-found for every other. */
export async function getHeardCase(ctx: Context<Contact>, caseId: string): Promise<Case> {
  requirePermission(ctx, 'portal.read')
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.id, asId(caseId)), eq(cases.vendorId, ctx.actor.vendorId)))
  if (!found || !(found.statementSentAt || found.noticeIssuedAt)) throw new Problem('not-found', 'errors.not_found')
  return found
}

type HeardCase = Pick<Case, 'id' | 'ref' | 'state' | 'statementSentAt' | 'vendorRepliedAt' | 'noticeIssuedAt'>

/** Cases that the contact's vendor was told of, the last one first. */
export async function listHeardCases(ctx: Context<Contact>): Promise<HeardCase[]> {
  requirePermission(ctx, 'portal.read')
  return ctx.db
    .select({
      id: cases.id, ref: cases.ref, state: cases.state, statementSentAt: cases.statementSentAt,
      vendorRepliedAt: cases.vendorRepliedAt, noticeIssuedAt: cases.noticeIssuedAt,
    })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.vendorId, ctx.actor.vendorId), or(isNotNull(cases.statementSentAt), isNotNull(cases.noticeIssuedAt))))
    .orderBy(desc(cases.createdAt))
}

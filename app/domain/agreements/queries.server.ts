import { and, asc, desc, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import { agreements, signatures } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'

export type Agreement = typeof agreements.$inferSelect
type Signature = typeof signatures.$inferSelect

/** Throws not-found for another organisation's agreement; a vendor's contact finds only what was sent to its own vendor. `lock` lets others wait until the transaction ends. */
export async function getAgreement(ctx: Context, agreementId: string, { lock = false } = {}): Promise<Agreement> {
  const query = ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.id, asId(agreementId)),
        ctx.actor.kind === 'contact' ? and(eq(agreements.vendorId, ctx.actor.vendorId), isNotNull(agreements.sentAt)) : undefined,
      ),
    )
  const [agreement] = lock ? await query.for('update') : await query
  if (!agreement) throw new Problem('not-found', 'errors.not_found')
  return agreement
}

export async function listSignatures(ctx: Context, agreement: Pick<Agreement, 'id' | 'version'>): Promise<Signature[]> {
  return ctx.db
    .select()
    .from(signatures)
    .where(and(eq(signatures.orgId, ctx.actor.orgId), eq(signatures.agreementId, agreement.id), eq(signatures.version, agreement.version)))
    .orderBy(asc(signatures.signedAt))
}

/** The agreement of an engagement that is being made or runs; undefined when there is none or the last one has ended. */
export async function findCurrentAgreement(ctx: Context, engagementId: string): Promise<Agreement | undefined> {
  const [agreement] = await ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.engagementId, asId(engagementId)),
        sql`${agreements.status} not in ('void', 'superseded', 'expired', 'terminated')`,
      ),
    )
    .orderBy(desc(agreements.createdAt))
    .limit(1)
  return agreement
}

/** The agreement that a new one over the same engagement follows: its audits go on (audit.yaml behaviour). */
export async function findPredecessor(ctx: Context, engagementId: string): Promise<Agreement | undefined> {
  const [agreement] = await ctx.db
    .select()
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.engagementId, engagementId), eq(agreements.status, 'expired')))
    .orderBy(desc(agreements.authEnd))
    .limit(1)
  return agreement
}

const isWaiting = sql`exists (select 1 from vendors v where v.org_id = ${agreements.orgId} and v.id = ${agreements.vendorId} and v.status = 'contracting')`

/** Signed agreements whose effective date has come, active ones whose last day is over, and active ones whose vendor still waits to become active. */
export async function listAgreementsToTurn(ctx: Context, today: string): Promise<Agreement[]> {
  return ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        or(and(eq(agreements.status, 'signed'), sql`${agreements.effectiveOn} <= ${today}`), and(eq(agreements.status, 'active'), or(lt(agreements.authEnd, today), isWaiting))),
      ),
    )
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
}

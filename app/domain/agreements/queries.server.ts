import { and, asc, desc, eq, gt, getTableColumns, inArray, lt, or, sql } from 'drizzle-orm'
import { agreements, engagements, signatures, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import type { AgreementStatus } from './agreement.ts'

export type Agreement = typeof agreements.$inferSelect
export type Signature = typeof signatures.$inferSelect

/** Throws not-found for another organisation's agreement; a vendor's contact finds only its own vendor's. */
export async function getAgreement(ctx: Context, agreementId: string): Promise<Agreement> {
  const [agreement] = await ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.id, asId(agreementId)),
        ctx.actor.kind === 'contact' ? eq(agreements.vendorId, ctx.actor.vendorId) : undefined,
      ),
    )
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

export type AgreementRow = Pick<Agreement, 'id' | 'number' | 'status' | 'version' | 'authStart' | 'authEnd' | 'vendorId' | 'updatedAt' | 'signedAt'> & {
  vendorName: string
  service: string
}
export type AgreementFilter = { status?: AgreementStatus[]; after?: { authEnd: string; id: string } }

const PAGE = 50

/** The register, what ends first on top; one row more than a page tells that there is a next. */
export async function listAgreements(ctx: Context, { status, after }: AgreementFilter): Promise<{ rows: AgreementRow[]; next?: { authEnd: string; id: string } }> {
  const { id, number, status: state, version, authStart, authEnd, vendorId, updatedAt, signedAt } = getTableColumns(agreements)
  const rows = await ctx.db
    .select({ id, number, status: state, version, authStart, authEnd, vendorId, updatedAt, signedAt, vendorName: vendors.name, service: engagements.title })
    .from(agreements)
    .innerJoin(vendors, and(eq(vendors.orgId, agreements.orgId), eq(vendors.id, agreements.vendorId)))
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        status && inArray(agreements.status, status),
        after && or(gt(agreements.authEnd, after.authEnd), and(eq(agreements.authEnd, after.authEnd), gt(agreements.id, after.id))),
      ),
    )
    .orderBy(asc(agreements.authEnd), asc(agreements.id))
    .limit(PAGE + 1)
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { rows: rows.slice(0, PAGE), ...(last && { next: { authEnd: last.authEnd, id: last.id } }) }
}

/** The agreement of an engagement that is neither void nor replaced, newest first; undefined when there is none. */
export async function findCurrentAgreement(ctx: Context, engagementId: string): Promise<Agreement | undefined> {
  const [agreement] = await ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.engagementId, asId(engagementId)),
        sql`${agreements.status} not in ('void', 'superseded')`,
      ),
    )
    .orderBy(desc(agreements.createdAt))
    .limit(1)
  return agreement
}

/** Signed agreements whose effective date has come, and active ones whose last day is over. */
export async function listAgreementsToTurn(ctx: Context, today: string): Promise<Agreement[]> {
  return ctx.db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        or(and(eq(agreements.status, 'signed'), sql`${agreements.effectiveOn} <= ${today}`), and(eq(agreements.status, 'active'), lt(agreements.authEnd, today))),
      ),
    )
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
}

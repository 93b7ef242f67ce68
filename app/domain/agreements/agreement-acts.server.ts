import { and, desc, eq, notInArray } from 'drizzle-orm'
import { trail } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { SigningParty } from './agreement.ts'

type AgreementAct = { seq: number; at: Date; action: string; by: string; reason?: string; party?: SigningParty }

/** What was done with one agreement, the latest first; saved drafts are left out. */
export async function listAgreementActs(ctx: Context, agreementId: string): Promise<AgreementAct[]> {
  const rows = await ctx.db
    .select({ seq: trail.seq, at: trail.at, action: trail.action, by: trail.actorName, body: trail.body })
    .from(trail)
    .where(and(eq(trail.orgId, ctx.actor.orgId), eq(trail.subjectId, agreementId), eq(trail.subjectType, 'agreement'), notInArray(trail.action, ['agreement.save'])))
    .orderBy(desc(trail.seq))
    .limit(50)
  return rows.map(({ body, by, action, ...row }) => {
    const { data } = JSON.parse(body) as { data?: { reason?: string; party?: SigningParty } } // written by record()
    return { ...row, action: action.replace('agreement.', ''), by: by ?? '', reason: data?.reason, party: data?.party }
  })
}

import { and, eq } from 'drizzle-orm'
import { agreements } from '#db/schema/index.ts'
import { agreedNumber } from '../audits/agreed-number.server.ts'
import type { Tier } from '../audits/due-dates.ts'
import type { Context } from '../context.server.ts'
import type { Case } from './move-case.server.ts'
import type { ExitParameters } from './termination.ts'

type ExitTerms = ExitParameters & { banMonths: number; cureDays: number }

/** Day counts of the case's agreement (DPA-30, DPA-31), the template's where there is none. */
export async function exitParameters(ctx: Context, { agreementId }: Pick<Case, 'agreementId'>, tier: Tier): Promise<ExitTerms> {
  const [agreement] = agreementId
    ? await ctx.db
        .select({ parameters: agreements.parameters, frozenDraft: agreements.frozenDraft })
        .from(agreements)
        .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, agreementId)))
    : []
  const number = (id: string) => agreedNumber(agreement, id, tier)
  return {
    returnDays: number('return_days'),
    deletionDays: number('deletion_days'),
    certificateDays: number('certificate_days'),
    remedyPlanDays: number('remediation_plan_days'),
    banMonths: number('reonboard_ban_months'),
    cureDays: number('cure_days'),
  }
}

import { sql } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import type { Member } from '../identity/actor.ts'
import { addDays, localDate } from '../organisations/calendar-dates.ts'
import { loadClock } from '../violations/load-clock.server.ts'
import { caseMatters, stepMatters } from './case-matters.server.ts'
import { agreementMatters, auditMatters, unwrittenAgreements } from './contract-matters.server.ts'
import { assessmentMatters, evidenceMatters, findingMatters, isNeeded, reassessmentMatters, requestMatters } from './diligence-matters.server.ts'
import { workList, type WorkList } from './work.ts'

/** What waits for the person, or for the whole team; every source is asked in the same round trip. */
export async function readWork(ctx: Context<Member>, { zone, scope }: { zone: string; scope: 'mine' | 'team' }): Promise<WorkList & { today: string }> {
  const today = localDate(ctx.now, zone)
  const day = sql`${today}::date`
  const clock = loadClock(ctx)
  const [findings, ...others] = await Promise.all([
    findingMatters(ctx, day),
    caseMatters(ctx, clock),
    stepMatters(ctx, clock),
    assessmentMatters(ctx, day),
    requestMatters(ctx),
    reassessmentMatters(ctx, day),
    evidenceMatters(ctx, day),
    agreementMatters(ctx, day, zone),
    unwrittenAgreements(ctx, day),
    auditMatters(ctx, day),
  ])
  const matters = [...findings.open, ...findings.late, ...others.flat()]
  return { ...workList(matters, ctx.actor, { now: ctx.now, today }, scope), today }
}

type Figure = { now: number; before: number }
/** Figures that dates make known for any day: now and 30 days ago. */
type WorkFigures = { beforeOn: string; criticalFindings: Figure; evidence: Figure }

const BACK_DAYS = 30

/** Open critical findings and documents that expire within 30 days, today and 30 days ago. */
export async function readWorkFigures(ctx: Context, zone: string): Promise<WorkFigures> {
  const today = localDate(ctx.now, zone)
  const beforeOn = addDays(today, -BACK_DAYS)
  const at = new Date(ctx.now.getTime() - BACK_DAYS * 86_400_000).toISOString()
  const org = ctx.actor.orgId
  const expiring = (from: string) => sql`e.expires_on between ${from}::date and ${from}::date + 30`
  const [row] = await ctx.db.execute<{ critical: number; critical_before: number; evidence: number; evidence_before: number }>(sql`select
    (select count(*)::int from findings where org_id = ${org} and severity = 'critical' and status not in ('verified', 'accepted')) as critical,
    (select count(*)::int from findings where org_id = ${org} and severity = 'critical' and created_at <= ${at}
      and (status not in ('verified', 'accepted') or coalesce(verified_at, updated_at) > ${at})) as critical_before,
    (select count(*)::int from evidence e join vendors v on v.org_id = e.org_id and v.id = e.vendor_id where e.org_id = ${org} and ${expiring(today)} and ${isNeeded}) as evidence,
    (select count(*)::int from evidence e where e.org_id = ${org} and ${expiring(beforeOn)} and e.created_at <= ${at}
      and exists (select from answer_evidence k where k.org_id = e.org_id and k.evidence_id = e.id and k.verdict in ('verified', 'certified') and k.verdict_at <= ${at})) as evidence_before`)
  return {
    beforeOn,
    criticalFindings: { now: row?.critical ?? 0, before: row?.critical_before ?? 0 },
    evidence: { now: row?.evidence ?? 0, before: row?.evidence_before ?? 0 },
  }
}

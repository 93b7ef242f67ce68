import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import { HORIZON_DAYS, readMatters } from './matter-row.server.ts'

/** From so many days before the due date a silent vendor is worth a reminder (N-20 T-2). */
const REMIND_DAYS = 2
/** An expired document stays in the list so long; after that its question has lost its proof anyway. */
const STALE_DAYS = 60

/** Questionnaires: late with the vendor, waiting for review, waiting for a second person's decision. */
export function assessmentMatters(ctx: Context, today: SQL) {
  return readMatters(ctx, {
    kind: sql`case when a.status in ('invited', 'in_progress', 'returned') then 'remind_vendor' when d.id is not null then 'confirm_decision' else 'review_answers' end`,
    id: sql`a.id`,
    words: sql`jsonb_build_object('ref', a.ref, 'answered', a.answered_count, 'questions', a.required_count)`,
    due: sql`case when a.status in ('invited', 'in_progress', 'returned') then a.due_on end`,
    notBy: sql`d.proposed_by`,
    from: sql`assessments a join vendors v on v.org_id = a.org_id and v.id = a.vendor_id
      left join decisions d on d.org_id = a.org_id and d.assessment_id = a.id and d.confirmed_at is null`,
    where: sql`(a.status in ('submitted', 'in_review') or (a.status in ('invited', 'in_progress', 'returned') and a.due_on <= ${today} + ${REMIND_DAYS}::int))`,
  })
}

/** Requests that are handed in and wait for their questionnaire, and one's own that are not finished. */
export function requestMatters(ctx: Context) {
  return readMatters(ctx, {
    kind: sql`case e.status when 'draft' then 'finish_request' else 'send_questionnaire' end`,
    id: sql`e.id`,
    words: sql`jsonb_build_object('ref', e.ref, 'title', e.title)`,
    owner: sql`case e.status when 'draft' then e.requester_id end`,
    from: sql`engagements e join vendors v on v.org_id = e.org_id and v.id = e.vendor_id`,
    where: sql`((e.status = 'draft' and v.status not in ('withdrawn', 'rejected', 'terminated', 'banned'))
      or (e.status = 'submitted' and v.status in ('intake', 'assessing') and not exists (
        select from assessments a where a.org_id = e.org_id and a.engagement_id = e.id and a.status <> 'withdrawn')))`,
  })
}

/** Vendors whose due diligence has to be refreshed and is not under way. */
export function reassessmentMatters(ctx: Context, today: SQL) {
  return readMatters(ctx, {
    kind: sql`'reassess'`,
    id: sql`(select e.id from engagements e where e.org_id = v.org_id and e.vendor_id = v.id and e.status = 'submitted' order by e.submitted_at desc limit 1)`,
    words: sql`'{}'::jsonb`,
    due: sql`v.reassess_due_on`,
    from: sql`vendors v`,
    where: sql`v.status in ('active', 'suspended') and v.reassess_due_on <= ${today} + ${HORIZON_DAYS}::int
      and exists (select from engagements e where e.org_id = v.org_id and e.vendor_id = v.id and e.status = 'submitted')
      and not exists (select from assessments a where a.org_id = v.org_id and a.vendor_id = v.id and a.status in ('invited', 'in_progress', 'returned', 'submitted', 'in_review'))`,
  })
}

/** Findings: to verify for compliance, else with their owner; overdue ones with compliance too. */
export async function findingMatters(ctx: Context, today: SQL) {
  const common = {
    id: sql`f.id`,
    words: sql`jsonb_build_object('ref', f.ref, 'zh', f.text ->> 'zh', 'en', f.text ->> 'en')`,
    due: sql`f.due_on`,
    clause: sql`f.clauses[1]`,
    from: sql`findings f join vendors v on v.org_id = f.org_id and v.id = f.vendor_id and v.status not in ('terminated', 'banned')`,
  }
  const [open, late] = await Promise.all([
    readMatters(ctx, {
      ...common,
      kind: sql`case f.status when 'fixed' then 'verify_finding' else 'close_finding' end`,
      owner: sql`case when f.status <> 'fixed' then coalesce(f.owner_id, v.owner_id) end`,
      where: sql`(f.status = 'fixed' or (f.status in ('open', 'plan_received', 'rejected') and f.due_on <= ${today} + ${HORIZON_DAYS}::int))`,
    }),
    readMatters(ctx, { ...common, kind: sql`'chase_finding'`, where: sql`f.status in ('open', 'plan_received', 'rejected') and f.due_on < ${today}` }),
  ])
  return { open, late }
}

/** Accepted documents that run out within the horizon or lately did, with no newer one accepted (N-13). */
export function evidenceMatters(ctx: Context, today: SQL) {
  return readMatters(ctx, {
    kind: sql`'renew_evidence'`,
    id: sql`e.id`,
    words: sql`jsonb_build_object('name', n.name)`,
    due: sql`e.expires_on`,
    from: sql`evidence e join files n on n.org_id = e.org_id and n.id = e.file_id join vendors v on v.org_id = e.org_id and v.id = e.vendor_id`,
    where: sql`e.expires_on between ${today} - ${STALE_DAYS}::int and ${today} + ${HORIZON_DAYS}::int and ${isNeeded}`,
  })
}

/** A document counts while a reviewer has accepted it, no newer one of its kind is accepted and its vendor is not gone. */
export const isNeeded = sql`v.status not in ('terminated', 'banned', 'withdrawn', 'rejected')
  and exists (select from answer_evidence k where k.org_id = e.org_id and k.evidence_id = e.id and k.verdict in ('verified', 'certified'))
  and not exists (select from evidence o join answer_evidence k on k.org_id = o.org_id and k.evidence_id = o.id and k.verdict in ('verified', 'certified')
    where o.org_id = e.org_id and o.vendor_id = e.vendor_id and o.type = e.type and o.expires_on > e.expires_on)`

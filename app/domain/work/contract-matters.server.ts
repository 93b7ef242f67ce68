import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import { RENEWAL_DAYS } from '../agreements/next-act.ts'
import { HORIZON_DAYS, readMatters } from './matter-row.server.ts'

const SIGNATURE_DAYS = 14

/** Agreements on their way: written, handed in, sent, signed by one side; and authorisations that run out. */
export function agreementMatters(ctx: Context, today: SQL, zone: string) {
  const signedBy = (party: 'company' | 'vendor') =>
    sql`exists (select from signatures s where s.org_id = g.org_id and s.agreement_id = g.id and s.version = g.version and s.party = ${party})`
  return readMatters(ctx, {
    kind: sql`case g.status when 'draft' then 'submit_agreement' when 'in_review' then 'send_agreement' when 'active' then 'renew_agreement'
      else case when ${signedBy('company')} then 'await_signature' else 'sign_agreement' end end`,
    id: sql`g.id`,
    words: sql`jsonb_build_object('ref', g.number)`,
    due: sql`case when g.status = 'active' then g.auth_end when g.sent_at is not null then (g.sent_at at time zone ${zone})::date + ${SIGNATURE_DAYS}::int end`,
    from: sql`agreements g join vendors v on v.org_id = g.org_id and v.id = g.vendor_id`,
    where: sql`(g.status in ('draft', 'in_review', 'sent', 'partially_signed') or (g.status = 'active' and g.auth_end <= ${today} + ${RENEWAL_DAYS}::int
      and v.status in ('active', 'suspended') and not exists (select from agreements n where n.org_id = g.org_id and n.predecessor_id = g.id and n.status <> 'void')))`,
  })
}

/** Approved vendors for whom nobody has begun an agreement; the day on which the approval lapses is named once it is near. */
export function unwrittenAgreements(ctx: Context, today: SQL) {
  return readMatters(ctx, {
    kind: sql`'draft_agreement'`,
    id: sql`v.id`,
    words: sql`'{}'::jsonb`,
    due: sql`(select max(d.lapses_on) from decisions d where d.org_id = v.org_id and d.vendor_id = v.id and d.confirmed_at is not null
      having max(d.lapses_on) <= ${today} + ${RENEWAL_DAYS}::int)`,
    from: sql`vendors v`,
    where: sql`v.status in ('approved', 'conditional', 'contracting') and not exists (select from agreements g where g.org_id = v.org_id and g.vendor_id = v.id
      and g.status in ('draft', 'in_review', 'sent', 'partially_signed', 'signed', 'active'))`,
  })
}

/** Audits that are overdue or fall due within the horizon, and those under way whenever they are due. */
export function auditMatters(ctx: Context, today: SQL) {
  return readMatters(ctx, {
    kind: sql`case when a.state in ('notified', 'fieldwork') then 'conduct_audit' when a.state = 'draft_report' then 'report_audit'
      when a.state = 'vendor_response' then 'close_audit' else 'plan_audit' end`,
    id: sql`a.id`,
    words: sql`jsonb_build_object('ref', a.ref)`,
    due: sql`a.due_effective`,
    from: sql`audit_cycles a join vendors v on v.org_id = a.org_id and v.id = a.vendor_id and v.status not in ('terminated', 'banned')`,
    where: sql`((a.state in ('planned', 'postponed') and a.due_effective <= ${today} + ${HORIZON_DAYS}::int)
      or a.state in ('notified', 'fieldwork', 'draft_report', 'vendor_response')
      or (a.state = 'refused' and not exists (select from audit_cycles l where l.org_id = a.org_id and l.vendor_id = a.vendor_id
        and l.state = 'closed' and l.completed_on > a.due_effective)))`,
  })
}

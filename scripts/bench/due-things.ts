import type { Sql } from 'postgres'
import type { Member } from '#app/domain/identity/actor.ts'
import { fillVendors } from './many-vendors.ts'

/** Organisations whose daily run has happened and whose next clock is tomorrow's. */
export async function fillOrganisations(owner: Sql, organisations: number) {
  await owner`
    insert into organisations (id, name, created_at)
    select gen_random_uuid(), '机构 ' || g, now() from generate_series(1, ${organisations}::int) g`
  await owner`update organisations set daily_run_on = (now() at time zone zone)::date, clock_due_at = now() + interval '1 day'`
  await owner`vacuum analyze organisations`
}

/** One active vendor with engagement, agreement and a planned audit each, due within the 70 days after `now`; the member is the audience. */
export async function fillAudits(owner: Sql, member: Member, { audits, now }: { audits: number; now: Date }) {
  const { orgId, userId } = member
  await owner`update memberships set roles = array['admin', 'compliance', 'compliance_head', 'business_owner'] where org_id = ${orgId}`
  await fillVendors(owner, member, { from: 1, to: audits })
  await owner`update vendors set status = 'active', suspended_at = null, created_at = ${now}::timestamptz - interval '400 days' where org_id = ${orgId}`
  await owner`
    insert into engagements (org_id, id, ref, vendor_id, title, status, requester_id, business_owner_id, intake, tier, created_at, updated_at)
    select org_id, gen_random_uuid(), 'E' || substr(ref, 2), id, '呼入客服', 'submitted', ${userId}, ${userId}, '{}', 'T2', created_at, created_at
    from vendors where org_id = ${orgId}`
  await owner`
    insert into agreements (org_id, id, number, vendor_id, engagement_id, status, parameters, facts, intake, scope, schedules, auth_start, auth_end, created_by, created_at, updated_at)
    select org_id, gen_random_uuid(), 'DPA' || substr(ref, 2), vendor_id, id, 'active', '{}', '{}', '{}', '[]', '{"accepted":[],"subProcessors":[],"contacts":[]}',
      created_at::date, created_at::date + 1500, ${userId}, created_at, created_at
    from engagements where org_id = ${orgId}`
  await owner`
    insert into audit_cycles (org_id, id, ref, vendor_id, agreement_id, kind, depth, state, due_nominal, due_effective, legal_cap, created_at, updated_at)
    select org_id, gen_random_uuid(), 'AU' || substr(number, 4), vendor_id, id, 'regular', 'full', 'planned', due, due, due + 90, created_at, created_at
    from (select *, ${now}::timestamptz::date + 1 + (row_number() over (order by number))::int % 70 as due from agreements where org_id = ${orgId}) a`
  await owner`vacuum analyze`
}

/** Messages that are due, each as long as a real one. */
export async function fillOutbox(owner: Sql, { orgId, messages, table }: { orgId: string; messages: number; table: string }) {
  await owner`
    insert into ${owner(table)} (org_id, id, key, template, recipient, recipient_kind, email, name, language, channel, severity, subject, text, html, status, tries, next_try_at, message_id, created_at)
    select ${orgId}, gen_random_uuid(), 'bench|' || g, 'alert:N-01', 'someone' || g || '@vendor.example', 'address', 'someone' || g || '@vendor.example', '黄志远', 'zh-CN', 'email', 'warning',
      '【审计】云帆呼叫中心审计临近', repeat('云帆呼叫中心的审计应在下月完成。', 20), repeat('<p>云帆呼叫中心的审计应在下月完成。</p>', 60), 'pending', 0,
      now() - make_interval(secs => 60 + g % 3600), '<' || g || '@localhost>', now()
    from generate_series(1, ${messages}::int) g`
}

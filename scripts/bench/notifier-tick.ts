import type { Sql } from 'postgres'
import type { Member } from '#app/domain/identity/actor.ts'
import { sendDeliveries } from '#app/domain/notifier/send-deliveries.server.ts'
import { organisationsDue, runOrganisation } from '#app/domain/notifier/clock.server.ts'
import { fillAudits, fillOrganisations, fillOutbox } from './due-things.ts'
import { inTurn, millisecondsEach } from './in-turn.ts'
import { must, mustEqual, type Comparison, type Options, type Result, type Workload } from './workload.ts'
import { openWorld } from './world.ts'

export const workload: Workload = {
  name: 'notifier-tick',
  about: 'The clock: a minute in which nobody has anything due, a first daily run that raises alerts for many audits, and the outbox without a mail server.',
  run,
}

async function run(options: Options): Promise<Result> {
  const { owner, member } = await openWorld()
  const comparisons = [await outbox(options, owner, member)]
  const daily = await dailyRun(options, owner, member)
  comparisons.push(daily.comparison, await idleTick(options, owner))
  return { comparisons, notes: [daily.note] }
}

async function idleTick(options: Options, owner: Sql): Promise<Comparison> {
  const organisations = options.quick ? 50 : 500
  await fillOrganisations(owner, organisations)
  const now = new Date()
  const plain = async () => (await dueBySql(owner, now)).map(({ id }) => id)
  await owner`update organisations set clock_due_at = ${now} where id in (select id from organisations order by id limit 5)`
  const due = await organisationsDue(now)
  must(due.length === 5, `${due.length} organisations are due, not 5`)
  mustEqual('organisations due', due, await plain())
  await owner`update organisations set clock_due_at = now() + interval '1 day'`
  mustEqual('organisations due when idle', await organisationsDue(now), [])
  const times = options.quick ? 20 : 300
  return inTurn(options, {
    what: `idle tick, ${organisations} organisations`,
    unit: 'ms/tick',
    ours: () => millisecondsEach(times, () => organisationsDue(now)),
    reference: () => millisecondsEach(times, plain),
    referenceName: 'the scan in plain SQL as owner',
    checked: 'none due; before that the same 5',
  })
}

function dueBySql(owner: Sql, now: Date) {
  return owner<{ id: string }[]>`
    select id from organisations
    where clock_due_at is null or clock_due_at <= ${now}
      or ((${now}::timestamptz at time zone zone)::time >= '09:00' and (daily_run_on is null or daily_run_on < (${now}::timestamptz at time zone zone)::date))
    order by id`
}

async function dailyRun(options: Options, owner: Sql, member: Member): Promise<{ comparison: Comparison; note: string }> {
  const audits = options.quick ? 50 : 2000
  const { orgId } = member
  const now = new Date(`${new Date().toISOString().slice(0, 10)}T02:00:00Z`) // 10:00 in Shanghai
  await fillAudits(owner, member, { audits, now })
  const forget = async () => {
    for (const table of ['deliveries', 'alerts', 'trail_unread']) await owner`delete from ${owner(table)} where org_id = ${orgId}`
    await owner`update organisations set daily_run_on = null, clock_due_at = null where id = ${orgId}`
  }
  await forget()
  const raised = (await runOrganisation(orgId, now)).length
  must(raised > 0, 'the daily run raised nothing')
  await owner`create table raised_alerts as select * from alerts where org_id = ${orgId}`
  await owner`create table raised_deliveries as select * from deliveries where org_id = ${orgId}`
  for (const table of ['alerts', 'deliveries']) await owner`create table ${owner(`plain_${table}`)} (like ${owner(table)} including all)`
  const [{ messages } = { messages: 0 }] = await owner<{ messages: number }[]>`select count(*)::int as messages from raised_deliveries`
  const comparison = await inTurn(options, {
    what: `daily run, ${audits.toLocaleString('en-GB')} audits`,
    unit: 'audits/s',
    ours: async () => {
      await forget()
      const seconds = await millisecondsEach(1, async () => mustEqual('alerts raised', (await runOrganisation(orgId, now)).length, raised)) / 1000
      const [again] = await owner<{ messages: number }[]>`select count(*)::int as messages from deliveries where org_id = ${orgId}`
      mustEqual('messages written', again?.messages, messages)
      return audits / seconds
    },
    reference: async () => {
      await owner`truncate plain_alerts, plain_deliveries`
      const seconds = await millisecondsEach(1, async () => mustEqual('rows by SQL', await copyRaised(owner, orgId), { audits, raised, messages })) / 1000
      return audits / seconds
    },
    referenceName: 'reading the audits and writing the same rows in SQL',
    checked: `${raised.toLocaleString('en-GB')} alerts, ${messages.toLocaleString('en-GB')} messages`,
  })
  return { comparison, note: 'the daily run decides the stages, writes the words of each message in its reader\'s language, reads the trail and hands the outbox over; the reference only copies the rows that came of it' }
}

async function copyRaised(owner: Sql, orgId: string) {
  return owner.begin(async (sql) => {
    const audits = await sql`select a.*, v.name, v.status from audit_cycles a join vendors v on v.org_id = a.org_id and v.id = a.vendor_id where a.org_id = ${orgId}`
    const alerts = await sql`insert into plain_alerts select * from raised_alerts`
    const deliveries = await sql`insert into plain_deliveries select * from raised_deliveries`
    return { audits: audits.length, raised: alerts.count, messages: deliveries.count }
  })
}

async function outbox(options: Options, owner: Sql, { orgId }: Member): Promise<Comparison> {
  const messages = options.quick ? 200 : 10_000
  const now = new Date()
  await owner`create table waiting as select * from deliveries limit 0`
  await fillOutbox(owner, { orgId, messages, table: 'waiting' })
  await owner`create table plain_outbox (like deliveries including all)`
  const refill = async (table: string) => {
    await owner`delete from ${owner(table)}`
    await owner`insert into ${owner(table)} select * from waiting`
    await owner`vacuum analyze ${owner(table)}`
  }
  const handedOver = async (table: string) => (await owner`select from ${owner(table)} where status = 'mailbox' and tries = 1 and sent_at is not null and lease_until is null`).count
  const timed = (table: string, work: () => Promise<unknown>) => async () => {
    await refill(table)
    const seconds = (await millisecondsEach(1, work)) / 1000
    mustEqual(`messages of ${table} handed over`, await handedOver(table), messages)
    return messages / seconds
  }
  const comparison = await inTurn(options, {
    what: `outbox, ${messages.toLocaleString('en-GB')} messages`,
    unit: 'claimed and settled/s',
    ours: timed('deliveries', () => sendDeliveries(orgId, now)),
    reference: timed('plain_outbox', () => claimBySql(owner, now)),
    referenceName: 'the same two updates by 50, in plain SQL as owner',
    checked: `${messages.toLocaleString('en-GB')} in the mailbox, each tried once`,
  })
  await owner`delete from deliveries`
  return comparison
}

async function claimBySql(owner: Sql, now: Date) {
  for (;;) {
    const claimed = await owner<{ id: string }[]>`
      update plain_outbox set status = 'sending', lease_until = ${now}::timestamptz + interval '2 minutes', tries = tries + 1
      where id in (select id from plain_outbox where status = 'pending' and next_try_at <= ${now} order by next_try_at, id limit 50 for update skip locked) returning *`
    if (claimed.length === 0) return
    await owner`update plain_outbox set status = 'mailbox', sent_at = ${now}, lease_until = null where id = any(${claimed.map(({ id }) => id)}::uuid[])`
  }
}

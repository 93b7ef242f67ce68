import { and, eq, inArray, sql } from 'drizzle-orm'
import { deliveries } from '#db/schema/index.ts'
import { log, safeError } from '#app/platform/log.server.ts'
import { mailLeaves, sendMail } from '#app/platform/mail.server.ts'
import { withContext, type Context } from '../context.server.ts'
import { withoutSecret } from '../mailbox/without-secret.server.ts'

const BATCH = 50
const LEASE_MS = 2 * 60_000
/** Minutes until the next try after the first, second and third failure; then it has failed (notifier.md rule 11). */
const RETRY_MINUTES = [1, 10, 60]

type Claimed = typeof deliveries.$inferSelect
type Outcome = { id: string; sent: true } | { id: string; sent: false; tries: number; code: string }

/**
 * Hands over the organisation's due mail, batch by batch. A message is leased before it is handed over, so a crash delays
 * it but never loses it, and two workers never hold the same one. A mail that went over SMTP, or that no server took, keeps
 * no link or code that lets its holder in. Gives how many were handed over.
 */
export async function sendDeliveries(orgId: string, now: Date): Promise<number> {
  let handedOver = 0
  for (;;) {
    const claimed = await within(orgId, now, (ctx) => claim(ctx))
    if (claimed.length === 0) return handedOver
    const outcomes = await Promise.all(claimed.map(handOver))
    await within(orgId, now, (ctx) => settle(ctx, outcomes))
    handedOver += outcomes.filter((outcome) => outcome.sent).length
    if (outcomes.every((outcome) => !outcome.sent)) return handedOver
  }
}

const within = <T>(orgId: string, now: Date, work: (ctx: Context) => Promise<T>) =>
  withContext({ kind: 'system', orgId, job: 'deliver' }, { now }, work)

async function claim(ctx: Context): Promise<Claimed[]> {
  const due = ctx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.orgId, ctx.actor.orgId),
        eq(deliveries.channel, 'email'),
        sql`((${deliveries.status} = 'pending' and ${deliveries.nextTryAt} <= ${ctx.now.toISOString()}) or (${deliveries.status} = 'sending' and ${deliveries.leaseUntil} < ${ctx.now.toISOString()}))`,
      ),
    )
    .orderBy(deliveries.nextTryAt, deliveries.id)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  return ctx.db
    .update(deliveries)
    .set({ status: 'sending', leaseUntil: new Date(ctx.now.getTime() + LEASE_MS), tries: sql`${deliveries.tries} + 1` })
    .where(and(eq(deliveries.orgId, ctx.actor.orgId), inArray(deliveries.id, due)))
    .returning()
}

async function handOver(delivery: Claimed): Promise<Outcome> {
  const { id, tries } = delivery
  if (!mailLeaves()) return { id, sent: true }
  if (!delivery.email) return { id, sent: false, tries: RETRY_MINUTES.length, code: 'NO_ADDRESS' }
  try {
    await sendMail({
      to: { name: delivery.name ?? '', address: delivery.email },
      subject: delivery.subject,
      text: delivery.text,
      html: delivery.html,
      messageId: delivery.messageId,
    })
    return { id, sent: true }
  } catch (error) {
    log().warn({ delivery: id, tries, ...safeError(error) }, 'mail was not taken')
    return { id, sent: false, tries, code: (error as { code?: string }).code ?? 'UNKNOWN' }
  }
}

async function settle(ctx: Context, outcomes: Outcome[]) {
  const sent = outcomes.filter((outcome) => outcome.sent).map(({ id }) => id)
  const own = eq(deliveries.orgId, ctx.actor.orgId)
  if (sent.length > 0) {
    const how = mailLeaves() ? { status: 'sent' as const, ...withoutSecret } : { status: 'mailbox' as const }
    await ctx.db.update(deliveries).set({ ...how, sentAt: ctx.now, leaseUntil: null }).where(and(own, inArray(deliveries.id, sent)))
  }
  for (const outcome of outcomes) {
    if (outcome.sent) continue
    const wait = RETRY_MINUTES[outcome.tries - 1]
    const next = wait === undefined ? { status: 'failed' as const, ...withoutSecret } : { status: 'pending' as const, nextTryAt: new Date(ctx.now.getTime() + wait * 60_000) }
    await ctx.db
      .update(deliveries)
      .set({ ...next, errorCode: outcome.code, leaseUntil: null })
      .where(and(own, eq(deliveries.id, outcome.id)))
  }
}

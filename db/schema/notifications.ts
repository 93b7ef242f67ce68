import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AlertAction, AlertSeverity, AudienceRole } from '#app/domain/notifications/alert.ts'
import type { StageStatus } from '#app/domain/notifications/ladder-entry.ts'
import type { Recipient } from '#app/domain/notifications/recipients.ts'
import { day, id, instant, orgId } from './columns.ts'

/** One stage of one alert's ladder, decided once: `key` is the alert's dedup key, the last decision for it stands. */
export const alerts = pgTable(
  'alerts',
  {
    orgId: orgId(),
    id: id(),
    key: text().notNull(),
    alert: text().notNull(),
    stage: text().notNull(),
    /** Tells repeats of one stage apart. */
    mark: text(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    vendorId: uuid(),
    /** Date or instant that the ladder counts from. */
    due: text(),
    status: text().$type<StageStatus>().notNull(),
    reason: text(),
    severity: text().$type<AlertSeverity>().notNull(),
    roles: text().array().$type<AudienceRole[]>().notNull(),
    recipients: jsonb().$type<Recipient[]>().notNull(),
    missing: text().array().notNull(),
    /** Actions that ran at this stage. */
    done: text().array().$type<AlertAction[]>().notNull().default([]),
    /** What the message says of its subject: names and numbers, never customer information. */
    words: jsonb().$type<Record<string, string>>().notNull(),
    nominalOn: day().notNull(),
    raisedAt: instant().notNull(),
    ackDueAt: instant(),
    ackedAt: instant(),
    ackedBy: uuid(),
    escalatedTo: text().$type<AudienceRole>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.key),
    index().on(t.orgId, t.subjectId, t.alert),
    index().on(t.orgId, t.vendorId, t.raisedAt),
    index().on(t.orgId, t.ackDueAt).where(sql`acked_at is null and ack_due_at is not null`),
  ],
)

/** The outbox: one message to one person by one channel. Decided once, handed over at most once a lease. */
export const deliveries = pgTable(
  'deliveries',
  {
    orgId: orgId(),
    id: id(),
    key: text().notNull(),
    alertId: uuid(),
    template: text().notNull(),
    /** Member's user id, contact id, or an e-mail address. */
    recipient: text().notNull(),
    recipientKind: text().$type<'member' | 'contact' | 'address'>().notNull(),
    email: text(),
    name: text(),
    language: text().$type<'zh-CN' | 'en'>().notNull(),
    channel: text().$type<'email' | 'in_app'>().notNull(),
    severity: text().$type<'info' | 'warning' | 'high' | 'critical'>().notNull().default('info'),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    link: text(),
    status: text().$type<'pending' | 'sending' | 'sent' | 'failed' | 'mailbox'>().notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: instant().notNull(),
    leaseUntil: instant(),
    messageId: text().notNull(),
    errorCode: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    readAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.key, t.recipient, t.channel),
    index().on(t.orgId, t.status, t.nextTryAt),
    index().on(t.orgId, t.recipient, t.createdAt),
  ],
)

/** Info and warning only, seven days at most (notifier.md rule 8). */
export const snoozes = pgTable(
  'snoozes',
  {
    orgId: orgId(),
    userId: uuid().notNull(),
    alert: text().notNull(),
    subjectId: text().notNull(),
    untilAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId, t.alert, t.subjectId] })],
)

/** Which daily or periodic run has happened, so that none happens twice or is missed. */
export const jobRuns = pgTable(
  'job_runs',
  { orgId: orgId(), job: text().notNull(), period: text().notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.orgId, t.job, t.period] })],
)

import { Form } from '@remix-run/react'
import type { AlertSeverity } from '#app/domain/notifications/alert.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { Once } from '../form/once.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { RouteLink } from '../route-link.tsx'

type ShownMessage = {
  id: string
  severity: AlertSeverity
  subject: string
  language: 'zh-CN' | 'en'
  what: string[]
  rows: { label: string; value: string }[]
  link: string | null
  createdAt: string | Date
  readAt: string | Date | null
  ackDueAt: string | Date | null
  ackedAt: string | Date | null
  ackedBy: string | null
  escalatedTo: string | null
  snoozedUntil: string | Date | null
  maySnooze: boolean
  vendorId: string | null
  vendorName: string | null
  vendorNameAlt: string | null
}

const MARK: Record<AlertSeverity, MarkName> = { info: 'neutral', warning: 'attention', high: 'danger', critical: 'critical' }

/** A person's messages: how loud, what and why, what to do about it here. */
export function MessageTable({ messages, zone }: { messages: ShownMessage[]; zone: string }) {
  const t = useT()
  return (
    <Table
      label={t('notifications.table')}
      className="messages"
      columns={[
        { id: 'severity', label: t('notifications.column.severity') },
        { id: 'message', label: t('notifications.column.message') },
        { id: 'received', label: t('notifications.column.received') },
        { id: 'action', label: t('ui.table.action'), hidden: true },
      ]}
    >
      <Body>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} zone={zone} />
        ))}
      </Body>
    </Table>
  )
}

function MessageRow({ message, zone }: { message: ShownMessage; zone: string }) {
  const t = useT()
  const { subject, language, what, rows, link, vendorId, vendorName, vendorNameAlt } = message
  const vendor = vendorName === null ? undefined : nameIn(t.locale, { name: vendorName, nameAlt: vendorNameAlt })
  return (
    <Row>
      <Cell className="nowrap">
        <Status mark={MARK[message.severity]} strong={message.readAt === null}>
          {t(`notifications.severity.${message.severity}`)}
        </Status>
      </Cell>
      <RowHead>
        <span lang={language}>{link === null ? <span className="task">{subject}</span> : <RowLink to={new URL(link).pathname}>{subject}</RowLink>}</span>
        {message.readAt === null && <span className="small"> · {t('notifications.unreadMark')}</span>}
        {what.map((sentence) => (
          <p className="small" key={sentence} lang={language}>
            {sentence}
          </p>
        ))}
        {rows.length > 0 && (
          <details className="more small">
            <summary>{t('notifications.more')}</summary>
            <dl className="message-rows" lang={language}>
              {rows.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        {vendor !== undefined && vendorId !== null && (
          <RouteLink className="small" to={paths.vendor(vendorId)}>
            {vendor}
          </RouteLink>
        )}
      </RowHead>
      <Cell label={t('notifications.column.received')} className="nowrap small">
        {dateTime(new Date(message.createdAt), t.locale, zone, 'day')}
      </Cell>
      <Cell className="message-acts">
        <Acts message={message} zone={zone} />
      </Cell>
    </Row>
  )
}

function Acts({ message, zone }: { message: ShownMessage; zone: string }) {
  const t = useT()
  const { id, subject, ackDueAt, ackedAt, ackedBy, escalatedTo, snoozedUntil, maySnooze, readAt } = message
  const at = (instant: string | Date) => dateTime(new Date(instant), t.locale, zone, 'day')
  const about = (verb: string) => t('notifications.about', { verb, subject })
  return (
    <>
      {ackDueAt !== null && ackedAt !== null && <p className="small">{t('notifications.acknowledge.done', { name: ackedBy ?? '', time: at(ackedAt) })}</p>}
      {ackDueAt !== null && ackedAt === null && (
        <Form method="post" action={paths.notificationVerb(id, 'acknowledge')}>
          <Once />
          <Button small type="submit" aria-label={about(t('notifications.action.acknowledge'))}>
            {t('notifications.action.acknowledge')}
          </Button>
          <p className="small muted">
            {escalatedTo === null
              ? t('notifications.acknowledge.needed', { time: at(ackDueAt) })
              : t('notifications.acknowledge.late', { time: at(ackDueAt), role: t.from(`identity.role.${escalatedTo}`) })}
          </p>
        </Form>
      )}
      {snoozedUntil !== null && <p className="small muted">{t('notifications.snooze.until', { date: at(snoozedUntil) })}</p>}
      {maySnooze && snoozedUntil === null && (
        <Form method="post" action={paths.notificationVerb(id, 'snooze')} className="message-snooze">
          <Once />
          <select className="input" name="days" defaultValue="3" aria-label={about(t('notifications.snooze.title'))}>
            {[1, 2, 3, 4, 5, 6, 7].map((count) => (
              <option key={count} value={count}>
                {t('notifications.snooze.days', { count })}
              </option>
            ))}
          </select>
          <Button small type="submit">
            {t('notifications.action.snooze')}
          </Button>
        </Form>
      )}
      {readAt === null && (
        <Form method="post" action={paths.notificationVerb(id, 'read')} preventScrollReset>
          <Button small kind="plain" type="submit" aria-label={about(t('notifications.action.markRead'))}>
            {t('notifications.action.markRead')}
          </Button>
        </Form>
      )}
    </>
  )
}

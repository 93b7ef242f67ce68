import type { organisations } from '#db/schema/index.ts'
import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { messageIdOf } from '#app/platform/mail.server.ts'
import type { Context } from '../context.server.ts'
import type { Alert, Channel } from '../notifications/alert.ts'
import { channelsFor, deliverAt } from '../notifications/channels.ts'
import type { RaisedStage } from '../notifications/ladder-entry.ts'
import type { Mail } from '../notifications/mail-layout.ts'
import { alertMail } from '../notifications/message.ts'
import type { BusinessCalendar } from '../organisations/business-calendar.ts'
import { newLink } from '../portal/make-link.server.ts'
import type { AlertSubject } from './alert-subject.ts'
import type { People, Person } from './audience.server.ts'
import type { Outbox } from './outbox.server.ts'
import { clauseTitles, wordBook } from './word-book.server.ts'

export type MessageWorld = { book: Map<string, Alert>; organisation: typeof organisations.$inferSelect; people: People; calendar: BusinessCalendar }

const AVAILABLE: Channel[] = ['in_app', 'email']
const LINK_DAYS = 30

/** `alertId`: of a stage that was written before. `escalated`: it goes one role up because nobody acknowledged it. */
type Message = { alert: Alert; subject: AlertSubject; stage: RaisedStage; alertId?: string; escalated?: boolean }

/** Puts a stage's messages into the outbox, one a person and channel; a repeat of the same stage writes nothing. */
export function queueMessages(ctx: Context, world: MessageWorld, outbox: Outbox, { alert, subject, stage, alertId, escalated }: Message): void {
  for (const recipient of stage.recipients) {
    const person = world.people.byId.get(recipient.id)
    if (!person) continue // left the organisation since the last stage
    const channels = channelsFor(alert, { severity: stage.severity }, person, AVAILABLE)
    if (channels.length === 0) continue
    const door = doorFor(ctx, subject, person)
    if (door) outbox.doors.push(door.row)
    const link = door?.address ?? `${env().PUBLIC_URL}${subject.path}`
    const mail = mailFor(ctx, world, { alert, subject, stage, person, link, escalated })
    for (const channel of channels) {
      if (channel !== 'in_app' && channel !== 'email') continue
      const id = newId()
      outbox.messages.push({
        orgId: ctx.actor.orgId,
        id,
        key: stage.key,
        ...(alertId === undefined ? { alertKey: stage.key } : { alertId }),
        template: `alert:${alert.id}`,
        recipient: person.id,
        recipientKind: person.kind,
        email: person.email,
        name: person.name,
        language: person.language,
        channel,
        severity: stage.severity,
        ...(door && channel === 'in_app' ? withoutDoor(mail, door.address) : { ...mail, link }),
        status: channel === 'email' ? 'pending' : 'sent',
        nextTryAt: deliverAt(stage.severity, channel, ctx.now, world.organisation.zone),
        messageId: messageIdOf(id),
        createdAt: ctx.now,
        sentAt: channel === 'email' ? null : ctx.now,
      })
    }
  }
}

/** A member's link names a page; a contact's opens the door to it, so it is made anew for each message. */
function doorFor(ctx: Context, { portal, vendorId }: AlertSubject, person: Person) {
  if (person.kind !== 'contact' || !vendorId) return undefined
  const { type, id } = portal ?? { type: 'home' as const }
  return newLink(ctx, { contactId: person.id, vendorId, subjectType: type, subjectId: id, days: LINK_DAYS })
}

/** What is read inside needs no way in, and keeps none. */
function withoutDoor(mail: Mail, address: string) {
  const shown = address.replace(/[^/]+$/, '…')
  return { subject: mail.subject, text: mail.text.replaceAll(address, shown), html: mail.html.replaceAll(address, shown), link: null }
}

function mailFor(ctx: Context, world: MessageWorld, message: Omit<Message, 'alertId'> & { person: Person; link: string }) {
  const { alert, subject, stage, person, link, escalated } = message
  const zone = person.zone ?? world.organisation.zone
  return alertMail(
    {
      alerts: [...world.book.values()],
      alert: alert.id,
      stage: stage.stage,
      severity: stage.severity,
      done: stage.actions,
      subject: subject.ladder,
      reader: person.kind === 'contact' ? 'vendor' : 'member',
      language: person.language,
      now: ctx.now,
      where: { calendar: world.calendar, zone },
      data: { ...subject.words, organisation: organisationName(world.organisation, person.language) },
      owner: ownerOf(subject, world.people),
      clauses: clauseTitles(alert.clauses, person.language),
      link,
      ackBy: stage.ackBy,
      escalated,
    },
    wordBook(),
  )
}

function organisationName({ name, nameAlt, language }: MessageWorld['organisation'], wanted: Person['language']): string {
  return wanted === language ? name : (nameAlt ?? name)
}

const ownerOf = (subject: AlertSubject, people: People) => {
  const id = subject.owner ?? subject.businessOwner
  return id === undefined ? undefined : people.byId.get(id)?.name
}

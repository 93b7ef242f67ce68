import { and, eq } from 'drizzle-orm'
import { agreements, assessments, deliveries, engagements, users, vendorContacts, vendors } from '#db/schema/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { messageIdOf } from '#app/platform/mail.server.ts'
import type { Context } from '../context.server.ts'
import { renderMail } from '../notifications/mail.ts'
import { minutesFor } from '../portal/tasks.ts'
import { loadPeople } from './audience.server.ts'
import type { TrailRow, VendorMail } from './event-mails.server.ts'
import { mailTemplate } from './word-book.server.ts'

const LINK_DAYS = 30

type Told = { contactId?: string; subjectType?: string; subjectId?: string; name?: string }
const toldIn = (entry: TrailRow) => ((JSON.parse(entry.body) as { data?: Told }).data ?? {}) as Told

/** Asked once more, sent again, or handed to a colleague: the invitation with a fresh link, to that one person. */
export async function invited(ctx: Context, entry: TrailRow): Promise<VendorMail | undefined> {
  const [found] = await ctx.db
    .select({ assessment: assessments, service: engagements.title, sender: users.name })
    .from(assessments)
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .leftJoin(users, eq(users.id, assessments.invitedBy))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, entry.subjectId)))
  const contactId = toldIn(entry).contactId ?? found?.assessment.contactId
  if (!found || !contactId) return undefined
  const { id, vendorId, dueOn, requiredCount, answeredCount, message } = found.assessment
  return {
    template: 'questionnaire-invitation',
    vendorId,
    contactId,
    link: { type: 'assessment', id },
    data: {
      service: found.service,
      sender: entry.actorName ?? found.sender ?? undefined,
      due: dueOn,
      questions: requiredCount,
      minutes: minutesFor(requiredCount - answeredCount),
      note: message ?? undefined,
      days: LINK_DAYS,
    },
  }
}

/** A contact whose link no longer opens asks for a new one: whoever sent it hears of it, in the app and by mail. */
export async function queueLinkRequest(ctx: Context, entry: TrailRow): Promise<void> {
  const told = toldIn(entry)
  const [{ owner, path }, vendor, contact] = await Promise.all([senderOf(ctx, entry, told), vendorOf(ctx, entry), contactOf(ctx, told)])
  const person = owner === undefined ? undefined : (await loadPeople(ctx, [])).byId.get(owner)
  if (!person || !vendor) return
  const link = `${env().PUBLIC_URL}${path}`
  const data = { name: person.name, contact: contact ?? told.name ?? '', vendor: nameIn(person.language, vendor), link }
  const mail = renderMail(mailTemplate('link-requested'), person.language, data, person.zone)
  for (const channel of ['email', 'in_app'] as const) {
    const id = newId()
    await ctx.db
      .insert(deliveries)
      .values({
        orgId: ctx.actor.orgId, id, key: `trail|${entry.seq}|link-requested`, template: 'link-requested', recipient: person.id, recipientKind: 'member',
        email: person.email, name: person.name, language: person.language, channel, severity: 'info', ...mail, link,
        status: channel === 'email' ? 'pending' : 'sent', nextTryAt: ctx.now, sentAt: channel === 'email' ? null : ctx.now,
        messageId: messageIdOf(id), createdAt: ctx.now,
      })
      .onConflictDoNothing()
  }
}

async function senderOf(ctx: Context, entry: TrailRow, { subjectType, subjectId }: Told): Promise<{ owner?: string; path: string }> {
  const own = (table: typeof assessments | typeof agreements) => and(eq(table.orgId, ctx.actor.orgId), eq(table.id, subjectId ?? ''))
  if (subjectType === 'assessment' && subjectId) {
    const [row] = await ctx.db.select({ owner: assessments.invitedBy }).from(assessments).where(own(assessments))
    return { owner: row?.owner, path: `/assessments/${subjectId}/sending` }
  }
  if (subjectType === 'agreement' && subjectId) {
    const [row] = await ctx.db.select({ sentBy: agreements.sentBy, createdBy: agreements.createdBy }).from(agreements).where(own(agreements))
    return { owner: row?.sentBy ?? row?.createdBy, path: `/agreements/${subjectId}` }
  }
  const [row] = await ctx.db.select({ owner: vendors.ownerId }).from(vendors).where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, entry.vendorId ?? '')))
  return { owner: row?.owner ?? undefined, path: `/vendors/${entry.vendorId}` }
}

async function vendorOf(ctx: Context, { vendorId }: TrailRow) {
  if (!vendorId) return undefined
  const [vendor] = await ctx.db.select({ name: vendors.name, nameAlt: vendors.nameAlt }).from(vendors).where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, vendorId)))
  return vendor
}

async function contactOf(ctx: Context, { contactId }: Told): Promise<string | undefined> {
  if (!contactId) return undefined
  const [contact] = await ctx.db.select({ name: vendorContacts.name }).from(vendorContacts).where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.id, contactId)))
  return contact?.name
}

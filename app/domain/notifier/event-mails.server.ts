import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { agreements, assessments, caseSteps, clarifications, decisions, deliveries, engagements, findings, organisations, trail, vendors } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { messageIdOf } from '#app/platform/mail.server.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import type { Context } from '../context.server.ts'
import { renderMail } from '../notifications/mail.ts'
import type { MailData } from '../notifications/mail-text.ts'
import { lastLocalDay } from '../organisations/calendar-dates.ts'
import { makeLink } from '../portal/make-link.server.ts'
import { loadPeople, type Person } from './audience.server.ts'
import { invited, queueLinkRequest } from './portal-mails.server.ts'
import { mailTemplate } from './word-book.server.ts'

export type TrailRow = typeof trail.$inferSelect

export type VendorMail = {
  template: string
  vendorId: string
  data: MailData
  link: { type: 'assessment' | 'agreement' | 'home'; id?: string }
  /** One contact only; else all primary ones. */
  contactId?: string
}

/** Mails that follow from an event and belong to no ladder: returned, decided, signed, terminated (N-20, DPA-31, DPA-43). */
export async function queueEventMail(ctx: Context, entry: TrailRow): Promise<void> {
  if (entry.action === 'link.request') return queueLinkRequest(ctx, entry)
  const make = EVENTS[entry.action]
  const mail = make && (await make(ctx, entry))
  if (mail) await queueVendorMail(ctx, entry, mail)
}

const EVENTS: Record<string, ((ctx: Context, entry: TrailRow) => Promise<VendorMail | undefined>) | undefined> = {
  'assessment.remind': invited,
  'assessment.resend': invited,
  'assessment.hand': invited,
  'assessment.return': returned,
  'decision.confirm': decided,
  'agreement.activate': signed,
  'case.issue_notice': terminated,
}

async function returned(ctx: Context, entry: TrailRow): Promise<VendorMail | undefined> {
  const found = await assessmentOf(ctx, entry.subjectId)
  if (!found) return undefined
  const [open] = await ctx.db
    .select({ count: count() })
    .from(clarifications)
    .where(and(eq(clarifications.orgId, ctx.actor.orgId), eq(clarifications.assessmentId, found.id), isNotNull(clarifications.sentAt), isNull(clarifications.repliedAt)))
  return {
    template: 'returned-for-clarification',
    vendorId: found.vendorId,
    contactId: found.contactId ?? undefined,
    link: { type: 'assessment', id: found.id },
    data: { count: open?.count ?? 0, due: found.dueOn },
  }
}

const DECIDED = { approve: 'decided-approved', conditional: 'decided-conditional', reject: 'decided-refused' } as const

async function decided(ctx: Context, entry: TrailRow): Promise<VendorMail | undefined> {
  const [decision] = await ctx.db.select().from(decisions).where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.id, entry.subjectId)))
  const found = decision && (await assessmentOf(ctx, decision.assessmentId))
  if (!found) return undefined
  const [conditions] = await ctx.db
    .select({ count: count() })
    .from(findings)
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.source, 'assessment'), eq(findings.sourceId, found.id)))
  return {
    template: DECIDED[decision.outcome],
    vendorId: found.vendorId,
    contactId: found.contactId ?? undefined,
    link: { type: 'home' },
    data: { service: found.service, count: conditions?.count ?? 0, sender: entry.actorName ?? undefined },
  }
}

async function signed(ctx: Context, entry: TrailRow): Promise<VendorMail | undefined> {
  const [agreement] = await ctx.db.select().from(agreements).where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, entry.subjectId)))
  if (!agreement) return undefined
  return {
    template: 'agreement-signed',
    vendorId: agreement.vendorId,
    link: { type: 'agreement', id: agreement.id },
    data: { agreement: agreement.number, effective_on: agreement.effectiveOn ?? undefined, auth_end: agreement.authEnd, digest: agreement.digest ?? undefined },
  }
}

async function terminated(ctx: Context, entry: TrailRow): Promise<VendorMail | undefined> {
  const steps = await ctx.db.select().from(caseSteps).where(and(eq(caseSteps.orgId, ctx.actor.orgId), eq(caseSteps.caseId, entry.subjectId)))
  const { zone } = await organisationOf(ctx)
  const by = (step: string) => {
    const dueAt = steps.find(({ stepId }) => stepId === step)?.dueAt
    return dueAt ? lastLocalDay(dueAt, zone) : undefined
  }
  const [agreement] = entry.vendorId
    ? await ctx.db.select({ number: agreements.number }).from(agreements).where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, entry.vendorId), eq(agreements.status, 'terminated')))
    : []
  if (!entry.vendorId) return undefined
  return {
    template: 'termination-notice',
    vendorId: entry.vendorId,
    link: { type: 'home' },
    data: {
      agreement: agreement?.number ?? '—',
      remedy_by: by('W-08'),
      return_by: by('W-10'),
      deletion_by: by('W-11'),
      certificate_by: by('W-12'),
      sender: entry.actorName ?? undefined,
    },
  }
}

async function assessmentOf(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select({ id: assessments.id, vendorId: assessments.vendorId, contactId: assessments.contactId, dueOn: assessments.dueOn, service: engagements.title })
    .from(assessments)
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, id)))
  return found
}

async function organisationOf(ctx: Context) {
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  if (!organisation) throw new Error('the organisation is gone')
  return organisation
}

async function queueVendorMail(ctx: Context, entry: TrailRow, { template, vendorId, data, link, contactId }: VendorMail) {
  const organisation = await organisationOf(ctx)
  const [vendor] = await ctx.db.select({ name: vendors.name, nameAlt: vendors.nameAlt }).from(vendors).where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, vendorId)))
  const people = await loadPeople(ctx, [vendorId])
  const contacts = people.contacts.get(vendorId) ?? []
  const chosen = contacts.filter((each) => (contactId ? each.id === contactId : each.isPrimary))
  for (const { id } of chosen.length > 0 ? chosen : contacts) {
    const person = people.byId.get(id)
    if (!person || !vendor) continue
    const url = await makeLink(ctx, { contactId: id, vendorId, subjectType: link.type, subjectId: link.id, days: 30 })
    const named: MailData = {
      organisation: person.language === organisation.language ? organisation.name : (organisation.nameAlt ?? organisation.name),
      vendor: nameIn(person.language, vendor),
      contact: person.name,
      ...data,
      link: url,
    }
    await insert(ctx, entry, { template, person, url, mail: renderMail(mailTemplate(template), person.language, named, person.zone) })
  }
}

async function insert(ctx: Context, entry: TrailRow, { template, person, url, mail }: { template: string; person: Person; url: string; mail: { subject: string; text: string; html: string } }) {
  const id = newId()
  await ctx.db
    .insert(deliveries)
    .values({
      orgId: ctx.actor.orgId,
      id,
      key: `trail|${entry.seq}|${template}`,
      template,
      recipient: person.id,
      recipientKind: 'contact',
      email: person.email,
      name: person.name,
      language: person.language,
      channel: 'email',
      ...mail,
      link: url,
      status: 'pending',
      nextTryAt: ctx.now,
      messageId: messageIdOf(id),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
}

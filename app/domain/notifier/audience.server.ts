import { and, eq, inArray, isNull } from 'drizzle-orm'
import { memberships, users, vendorContacts } from '#db/schema/index.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Context } from '../context.server.ts'
import type { Role } from '../identity/actor.ts'
import type { Audience, Recipient } from '../notifications/recipients.ts'
import type { AlertSubject } from './alert-subject.ts'

export type Person = { id: string; kind: Recipient['kind']; name: string; email: string; language: Locale; zone?: string }

export type People = {
  byId: Map<string, Person>
  holders: Map<Role, string[]>
  contacts: Map<string, { id: string; isPrimary: boolean; isSignatory: boolean }[]>
}

/** Who holds which role in the organisation at this moment, and every active contact of its vendors. */
export async function loadPeople(ctx: Context, vendorIds?: string[]): Promise<People> {
  const members = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email, language: users.language, roles: memberships.roles })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, ctx.actor.orgId), isNull(memberships.removedAt), eq(users.isActive, true)))
    .orderBy(memberships.createdAt, users.id)
  const contacts = await ctx.db
    .select()
    .from(vendorContacts)
    .where(
      and(
        eq(vendorContacts.orgId, ctx.actor.orgId),
        eq(vendorContacts.isActive, true),
        vendorIds === undefined ? undefined : inArray(vendorContacts.vendorId, vendorIds),
      ),
    )
    .orderBy(vendorContacts.createdAt, vendorContacts.id)
  const people: People = { byId: new Map(), holders: new Map(), contacts: new Map() }
  for (const { roles, ...member } of members) {
    people.byId.set(member.id, { ...member, kind: 'member' })
    for (const role of roles) people.holders.set(role, [...(people.holders.get(role) ?? []), member.id])
  }
  for (const contact of contacts) {
    const { id, name, email, language, zone, vendorId, isPrimary, isSignatory } = contact
    people.byId.set(id, { id, name, email, language, zone, kind: 'contact' })
    people.contacts.set(vendorId, [...(people.contacts.get(vendorId) ?? []), { id, isPrimary, isSignatory }])
  }
  return people
}

/** Roles of the organisation with the subject's own people in place of everyone who holds such a role (rule 7). */
export function audienceOf(subject: AlertSubject, people: People): Audience {
  const audience: Audience = {}
  for (const [role, ids] of people.holders) audience[role] = ids.map(member)
  if (subject.businessOwner && people.byId.has(subject.businessOwner)) audience.business_owner = [member(subject.businessOwner)]
  if (subject.requester && people.byId.has(subject.requester)) audience.requester = [member(subject.requester)]
  if (subject.owner && people.byId.has(subject.owner)) audience.owner = [member(subject.owner)]
  const contacts = vendorContactsOf(subject, people)
  if (contacts.length > 0) audience.vendor = contacts.map((id): Recipient => ({ id, kind: 'contact' }))
  return audience
}

/** The contacts named by the subject, else the signatories for an agreement, else the primary ones, else all. */
function vendorContactsOf(subject: AlertSubject, people: People): string[] {
  const all = (subject.vendorId && people.contacts.get(subject.vendorId)) || []
  const named = all.filter(({ id }) => subject.contacts?.includes(id))
  if (named.length > 0) return named.map(({ id }) => id)
  const signing = subject.portal?.type === 'agreement' ? all.filter(({ isSignatory }) => isSignatory) : []
  const primary = signing.length > 0 ? signing : all.filter(({ isPrimary }) => isPrimary)
  return (primary.length > 0 ? primary : all).map(({ id }) => id)
}

const member = (id: string): Recipient => ({ id, kind: 'member' })

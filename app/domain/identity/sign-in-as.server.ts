import { and, asc, eq, inArray } from 'drizzle-orm'
import { assessments, organisations, vendorContacts, vendors } from '#db/schema/index.ts'
import { env } from '#app/platform/env.server.ts'
import { withAccount, withContext, type Context, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { id as Id } from '../input.ts'
import { listMembers } from '../organisations/queries.server.ts'
import { startPortalSession } from '../portal/start-portal-session.server.ts'
import { record } from '../trail/record.server.ts'
import type { Contact } from './actor.ts'
import type { Device } from './device.ts'
import { findMember } from './queries.server.ts'
import { startSession } from './start-session.server.ts'

/** Where a vendor's person has something to do, the first of each is offered. */
const TELLING = ['in_progress', 'returned'] as const

type Demo = { orgId: string; name: string; nameAlt: string | null; language: 'zh-CN' | 'en' }

/** The demo organisations with the people who can be tried out without a password; none in production mode. */
export async function listPersonas(world: World) {
  if (env().CUSTODIA_MODE !== 'demo') return []
  const { id: orgId, name, nameAlt, language } = organisations
  const demos: Demo[] = await withAccount(world, ({ db }) =>
    db.select({ orgId, name, nameAlt, language }).from(organisations).where(eq(organisations.isDemo, true)).orderBy(asc(organisations.id)),
  )
  return Promise.all(
    demos.map((demo) =>
      withContext({ kind: 'system', orgId: demo.orgId, job: 'personas' }, world, async (ctx) => ({ ...demo, people: await listMembers(ctx), contacts: await listContactPersonas(ctx) })),
    ),
  )
}

async function listContactPersonas(ctx: Context) {
  return ctx.db
    .selectDistinctOn([assessments.status], { contactId: vendorContacts.id, name: vendorContacts.name, vendor: vendors.name, vendorAlt: vendors.nameAlt, status: assessments.status })
    .from(assessments)
    .innerJoin(vendorContacts, and(eq(vendorContacts.orgId, assessments.orgId), eq(vendorContacts.id, assessments.contactId), eq(vendorContacts.isActive, true)))
    .innerJoin(vendors, and(eq(vendors.orgId, assessments.orgId), eq(vendors.id, assessments.vendorId)))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), inArray(assessments.status, TELLING)))
    .orderBy(asc(assessments.status), asc(assessments.id))
}

/** Enters a demo organisation as one of its people. Throws not-found in production mode, and for whoever is no persona. */
export async function signInAs(world: World, persona: { orgId: string; userId: string; device: Device; replaces?: string }): Promise<string> {
  const { orgId, userId, device, replaces } = persona
  await refuseOutsideDemo(world, orgId, userId)
  const member = await withAccount(world, (ctx) => findMember(ctx, { userId, orgId }))
  if (!member) throw noPersona()
  return withContext(member, world, (ctx) => startSession(ctx, { device, by: 'persona', replaces }))
}

/** Enters the portal as the person of one of the demo's vendors; returns the portal cookie's value. Throws not-found like signInAs. */
export async function signInAsContact(world: World, { orgId, contactId, device }: { orgId: string; contactId: string; device: Device }): Promise<string> {
  await refuseOutsideDemo(world, orgId, contactId)
  const found = await withContext({ kind: 'system', orgId, job: 'personas' }, world, async ({ db }) => {
    const [row] = await db
      .select({ vendorId: vendorContacts.vendorId, name: vendorContacts.name })
      .from(vendorContacts)
      .where(and(eq(vendorContacts.orgId, orgId), eq(vendorContacts.id, contactId), eq(vendorContacts.isActive, true)))
    return row
  })
  if (!found) throw noPersona()
  const contact: Contact = { kind: 'contact', orgId, contactId, ...found }
  return withContext(contact, world, async (ctx) => {
    await record(ctx, { action: 'session.sign_in', subjectType: 'contact', subjectId: contactId, vendorId: found.vendorId, data: { by: 'persona' } })
    return startPortalSession(ctx, { contactId, vendorId: found.vendorId, device })
  })
}

const noPersona = () => new Problem('not-found', 'errors.not_found')

async function refuseOutsideDemo(world: World, orgId: string, personId: string) {
  if (env().CUSTODIA_MODE !== 'demo' || !Id.safeParse(orgId).success || !Id.safeParse(personId).success) throw noPersona()
  const [organisation] = await withAccount(world, ({ db }) => db.select({ isDemo: organisations.isDemo }).from(organisations).where(eq(organisations.id, orgId)))
  if (!organisation?.isDemo) throw noPersona()
}

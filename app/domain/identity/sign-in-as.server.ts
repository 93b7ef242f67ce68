import { asc, eq } from 'drizzle-orm'
import { organisations } from '#db/schema/index.ts'
import { env } from '#app/platform/env.server.ts'
import { withAccount, withContext, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { id as Id } from '../input.ts'
import { listMembers, type OrganisationMember } from '../organisations/queries.server.ts'
import type { Device } from './device.ts'
import { findMember } from './queries.server.ts'
import { startSession } from './start-session.server.ts'

export type PersonaGroup = { orgId: string; organisation: string; people: OrganisationMember[] }

/** The people of the demo organisations, who can be tried out without a password: none in production mode. */
export async function listPersonas(world: World): Promise<PersonaGroup[]> {
  if (env().CUSTODIA_MODE !== 'demo') return []
  const demos = await withAccount(world, ({ db }) =>
    db.select({ orgId: organisations.id, organisation: organisations.name }).from(organisations).where(eq(organisations.isDemo, true)).orderBy(asc(organisations.id)),
  )
  return Promise.all(
    demos.map(async (demo) => ({ ...demo, people: await withContext({ kind: 'system', orgId: demo.orgId, job: 'personas' }, world, listMembers) })),
  )
}

/** Enters a demo organisation as one of its people. Throws not-found in production mode, and for whoever is no persona. */
export async function signInAs(world: World, persona: { orgId: string; userId: string; device: Device; replaces?: string }): Promise<string> {
  const { orgId, userId, device, replaces } = persona
  const noPersona = new Problem('not-found', 'errors.not_found')
  if (env().CUSTODIA_MODE !== 'demo' || !Id.safeParse(orgId).success || !Id.safeParse(userId).success) throw noPersona
  const member = await withAccount(world, async (ctx) => {
    const [demo] = await ctx.db.select({ isDemo: organisations.isDemo }).from(organisations).where(eq(organisations.id, orgId))
    return demo?.isDemo ? findMember(ctx, { userId, orgId }) : undefined
  })
  if (!member) throw noPersona
  return withContext(member, world, (ctx) => startSession(ctx, { device, by: 'persona', replaces }))
}

import { and, eq } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import { hashSecret, newSecret, orgToken, readOrgToken } from '#app/platform/ids.server.ts'
import { withAccount, withContext, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { id as Id } from '../input.ts'
import { record } from '../trail/record.server.ts'
import { findMember, findSession } from './queries.server.ts'

/**
 * Takes the session of a cookie to another of the person's organisations under a new secret and returns the new cookie's
 * value. An organisation that the person does not belong to is not found, like one that never was.
 */
export async function switchOrganisation(world: World, { cookie, orgId }: { cookie: string; orgId: string }): Promise<string> {
  const token = readOrgToken(cookie)
  if (!token || !Id.safeParse(orgId).success) throw new Problem('not-found', 'errors.not_found')
  const tokenHash = hashSecret(token.secret)
  const found = await withAccount(world, async (ctx) => {
    const session = await findSession(ctx, tokenHash)
    return session && { session, member: await findMember(ctx, { userId: session.userId, orgId }) }
  })
  if (!found?.member) throw new Problem('not-found', 'errors.not_found')
  const { session, member } = found
  return withContext(member, world, async (ctx) => {
    const secret = newSecret()
    const [moved] = await ctx.db
      .update(sessions)
      .set({ activeOrgId: orgId, tokenHash: hashSecret(secret), lastSeenAt: ctx.now })
      .where(and(eq(sessions.id, session.id), eq(sessions.tokenHash, tokenHash)))
      .returning({ id: sessions.id })
    if (!moved) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'session.switch', subjectType: 'session', subjectId: moved.id })
    return orgToken(orgId, secret)
  })
}

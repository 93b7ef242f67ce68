import { eq } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import { hashSecret, readOrgToken } from '#app/platform/ids.server.ts'
import { withAccount, withContext, type World } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { findMember, findSession } from './queries.server.ts'

/** Ends the session of a cookie and records session.sign_out; a cookie without one has nothing to end. */
export async function signOut(world: World, cookie: string) {
  const token = readOrgToken(cookie)
  if (!token) return
  const tokenHash = hashSecret(token.secret)
  const found = await withAccount(world, async (ctx) => {
    const session = await findSession(ctx, tokenHash)
    const member = session?.activeOrgId && (await findMember(ctx, { userId: session.userId, orgId: session.activeOrgId }))
    if (session && !member) await ctx.db.delete(sessions).where(eq(sessions.id, session.id))
    return session && member ? { session, member } : undefined
  })
  if (!found) return
  await withContext(found.member, world, async (ctx) => {
    const [ended] = await ctx.db.delete(sessions).where(eq(sessions.id, found.session.id)).returning({ id: sessions.id })
    if (ended) await record(ctx, { action: 'session.sign_out', subjectType: 'session', subjectId: ended.id })
  })
}

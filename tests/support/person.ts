import { eq } from 'drizzle-orm'
import { withAccount, withContext, type AccountContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { hashPassword } from '#app/domain/identity/password-hash.server.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { hashSecret, readOrgToken } from '#app/platform/ids.server.ts'
import { sessions, trail, users } from '#db/schema/index.ts'
import { NOW, type TestOrganisation } from './world.ts'

export const PASSWORD = 'river otter lamp 42'
export const DEVICE = { ip: '192.0.2.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
export const WORLD = { now: NOW }

let passwordHash: Promise<string> | undefined

/** Lets a member sign in with PASSWORD; returns their e-mail address. */
export async function givePassword({ userId }: Member): Promise<string> {
  const hash = await (passwordHash ??= hashPassword(PASSWORD))
  const [user] = await account(({ db }) => db.update(users).set({ passwordHash: hash }).where(eq(users.id, userId)).returning())
  return user!.email
}

/** A member's running session: the cookie's value, the row, and the address that signs in with PASSWORD. */
export async function aSession(member: Member, now = NOW) {
  const email = await givePassword(member)
  const cookie = await withContext(member, { now }, (ctx) => startSession(ctx, { device: DEVICE, by: 'password' }))
  return { cookie, email, session: (await sessionOf(cookie))! }
}

/** The row behind a cookie, if it still holds. */
export async function sessionOf(cookie: string) {
  const [session] = await account(({ db }) => db.select().from(sessions).where(eq(sessions.tokenHash, hashSecret(readOrgToken(cookie)!.secret))))
  return session
}

export const sessionsOf = ({ userId }: Member) => account(({ db }) => db.select().from(sessions).where(eq(sessions.userId, userId)))

/** The actions in the organisation's trail, oldest first. */
export async function actionsOf(org: TestOrganisation): Promise<string[]> {
  const rows = await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, ({ db }) => db.select({ action: trail.action }).from(trail).orderBy(trail.seq))
  return rows.map(({ action }) => action)
}

export const account = <T>(work: (ctx: AccountContext) => Promise<T>, now = NOW) => withAccount({ now }, work)

import { and, eq, lte, or } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import { hashSecret, newId, newSecret, orgToken, readOrgToken } from '#app/platform/ids.server.ts'
import type { Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'
import type { Device } from './device.ts'
import { sessionEnd } from './session.ts'

type Start = {
  device: Device
  /** How the person proved who they are; 'persona' exists in demo mode only. */
  by: 'password' | 'invitation' | 'registration' | 'persona'
  /** The cookie that the browser came with: its session ends here. */
  replaces?: string
}

/** Begins a new session in the member's organisation and records session.sign_in; returns the cookie's value, which is stored nowhere. */
export async function startSession(ctx: Context<Member>, { device, by, replaces }: Start): Promise<string> {
  const [id, secret] = [newId(), newSecret()]
  const { userId, orgId } = ctx.actor
  const former = readOrgToken(replaces ?? '')
  const ended = lte(sessions.expiresAt, ctx.now)
  await ctx.db.delete(sessions).where(former ? or(eq(sessions.tokenHash, hashSecret(former.secret)), and(eq(sessions.userId, userId), ended)) : and(eq(sessions.userId, userId), ended))
  await ctx.db.insert(sessions).values({
    id,
    tokenHash: hashSecret(secret),
    userId,
    activeOrgId: orgId,
    userAgent: device.userAgent?.slice(0, 400),
    ip: device.ip,
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
    expiresAt: sessionEnd({ createdAt: ctx.now, now: ctx.now }),
  })
  await record(ctx, { action: 'session.sign_in', subjectType: 'session', subjectId: id, data: { by } })
  return orgToken(orgId, secret)
}

import { redirect, type AppLoadContext } from '@remix-run/node'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { beginTransaction, type Transaction } from '#db/client.server.ts'
import { memberships, organisations, sessions, users } from '#db/schema/index.ts'
import { contextOn, type Context, type OpenContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { sessionEnd } from '#app/domain/identity/session.ts'
import { hashSecret, readOrgToken } from '#app/platform/ids.server.ts'
import { memberCookie } from './cookies.server.ts'
import { backTo } from './flash.server.ts'

/** The signed-in person's organisation, as every page shows it. */
type SessionOrganisation = { id: string; name: string; nameAlt?: string; zone: string; isDemo: boolean; language: 'zh-CN' | 'en' }
export type MemberContext = Context<Member> & { organisation: SessionOrganisation; sessionId: string; sessionEndsAt: Date }

const SEEN_EVERY_MS = 5 * 60_000

/** Opens the request's transaction and finds the person in it, in one round trip; throws a redirect to sign in. */
export async function openMember(request: Request, load: AppLoadContext): Promise<OpenContext<Member> & { ctx: MemberContext }> {
  const token = readOrgToken(String((await memberCookie().parse(request.headers.get('Cookie'))) ?? ''))
  if (!token) throw signInFirst(request)
  const transaction = await beginTransaction({ orgId: token.orgId })
  try {
    const found = await findSession(transaction, { orgId: token.orgId, tokenHash: hashSecret(token.secret), now: load.now })
    if (!found) throw signInFirst(request)
    const { session, organisation, ...person } = found
    const actor: Member = { kind: 'member', orgId: token.orgId, ...person }
    const open = contextOn(transaction, actor, { now: load.now, locale: load.locale })
    let sessionEndsAt = session.expiresAt
    if (load.now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      sessionEndsAt = sessionEnd({ createdAt: session.createdAt, now: load.now })
      await transaction.db.update(sessions).set({ lastSeenAt: load.now, expiresAt: sessionEndsAt }).where(eq(sessions.id, session.id))
    }
    return { ...open, ctx: Object.assign(open.ctx, { organisation, sessionId: session.id, sessionEndsAt }) }
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

async function findSession({ db }: Transaction, { orgId, tokenHash, now }: { orgId: string; tokenHash: string; now: Date }) {
  const [row] = await db
    .select({
      session: { id: sessions.id, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt },
      userId: users.id,
      name: users.name,
      roles: memberships.roles,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        nameAlt: sql<string | undefined>`${organisations.nameAlt}`,
        zone: organisations.zone,
        isDemo: organisations.isDemo,
        language: organisations.language,
      },
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.isActive, true)))
    .innerJoin(memberships, and(eq(memberships.orgId, orgId), eq(memberships.userId, users.id), isNull(memberships.removedAt)))
    .innerJoin(organisations, eq(organisations.id, memberships.orgId))
    .where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.activeOrgId, orgId), gt(sessions.expiresAt, now)))
  return row
}

function signInFirst(request: Request) {
  const url = new URL(request.url)
  const next = request.method === 'GET' ? `${url.pathname.replace(/\.data$/, '')}${url.search}` : backTo(request, '/')
  return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}

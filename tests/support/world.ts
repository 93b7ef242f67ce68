import { withContext, type Context } from '#app/domain/context.server.ts'
import type { Actor, Member, Role } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { memberships, organisations, users } from '#db/schema/index.ts'

export const NOW = new Date('2026-11-24T02:00:00Z')

export type TestOrganisation = { orgId: string; as: (...roles: Role[]) => Member; run: <T>(actor: Actor, work: (ctx: Context) => Promise<T>, now?: Date) => Promise<T> }

/** A new organisation with one real person per role asked for; nothing is shared between tests. */
export async function anOrganisation(...roles: Role[]): Promise<TestOrganisation> {
  const orgId = newId()
  const members = new Map<Role, Member>()
  await withContext({ kind: 'system', orgId, job: 'test' }, { now: NOW }, async ({ db }) => {
    await db.insert(organisations).values({ id: orgId, name: `Organisation o${orgId.slice(-6)}`, createdAt: NOW })
    for (const role of roles) {
      const member: Member = { kind: 'member', orgId, userId: newId(), name: role, roles: [role] }
      await db.insert(users).values({ id: member.userId, email: `${role}.${member.userId}@test.example`, name: role, createdAt: NOW })
      await db.insert(memberships).values({ orgId, userId: member.userId, roles: [role], createdAt: NOW })
      members.set(role, member)
    }
  })
  return {
    orgId,
    as: (...wanted) => {
      const first = members.get(wanted[0]!)
      if (!first) throw new Error(`anOrganisation() was not asked for ${wanted[0]}`)
      return { ...first, roles: wanted }
    },
    run: (actor, work, now = NOW) => withContext(actor, { now }, work),
  }
}

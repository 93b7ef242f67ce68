import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { rateLimits } from '#db/schema/index.ts'
import type { AccountContext } from '../context.server.ts'
import { Problem } from '../errors.ts'

type Limit = { key: string; points: number; minutes: number }
type Counts = Pick<AccountContext, 'db' | 'now'>

/**
 * Counts one attempt against each limit, one upsert each, for all processes together. Throws too-many once a limit is used
 * up; the count must be committed even when the attempt is refused.
 */
export async function countAttempt(ctx: Counts, ...limits: Limit[]) {
  const freeAt = await Promise.all(limits.map((limit) => countOne(ctx, limit)))
  const latest = Math.max(0, ...freeAt)
  if (latest > 0) throw new Problem('too-many', 'identity.too_many', { count: Math.max(1, Math.ceil((latest - ctx.now.getTime()) / 60_000)) })
}

/** Forgets the attempts counted under a key: the person has shown who they are. */
export async function forgetAttempts({ db }: Counts, key: string) {
  await db.delete(rateLimits).where(eq(rateLimits.key, hashed(key)))
}

/** The epoch milliseconds at which the limit is free again, 0 while it is not used up. */
async function countOne({ db, now }: Counts, { key, points, minutes }: Limit): Promise<number> {
  const over = sql`${rateLimits.expiresAt} <= ${now.toISOString()}::timestamptz`
  const [row] = await db
    .insert(rateLimits)
    .values({ key: hashed(key), points: 1, expiresAt: new Date(now.getTime() + minutes * 60_000) })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${over} then 1 else ${rateLimits.points} + 1 end`,
        expiresAt: sql`case when ${over} then excluded.expires_at else ${rateLimits.expiresAt} end`,
      },
    })
    .returning({ points: rateLimits.points, expiresAt: rateLimits.expiresAt })
  return row !== undefined && row.points > points ? row.expiresAt.getTime() : 0
}

const hashed = (key: string) => createHash('sha256').update(key).digest('hex')

import { eq } from 'drizzle-orm'
import { checkpointKey } from '#app/platform/crypto.server.ts'
import { trailCheckpoints, trailHeads } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'

type Checkpoint = { orgId: string; seq: number; hash: Buffer }

/** The exact bytes that a checkpoint signs. */
export function checkpointBytes({ orgId, seq, hash }: Checkpoint): Buffer {
  return Buffer.from(`custodia trail checkpoint\n${orgId}\n${seq}\n${hash.toString('hex')}\n`)
}

/** Signs the head of the organisation's chain with the key that is kept outside the database; undefined when nothing is new. */
export async function signCheckpoint(ctx: Context): Promise<Checkpoint | undefined> {
  const { orgId } = ctx.actor
  const [head] = await ctx.db.select().from(trailHeads).where(eq(trailHeads.orgId, orgId))
  if (!head || head.seq === 0) return undefined
  const { keyId, sign } = checkpointKey()
  const [made] = await ctx.db
    .insert(trailCheckpoints)
    .values({ ...head, signature: sign(checkpointBytes(head)), keyId, at: ctx.now })
    .onConflictDoNothing()
    .returning({ seq: trailCheckpoints.seq })
  return made && head
}

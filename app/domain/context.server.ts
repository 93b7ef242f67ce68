import { sql } from 'drizzle-orm'
import { beginTransaction, type Db, type Transaction } from '#db/client.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { Problem } from './errors.ts'
import { can, type Actor, type ContactPermission, type Permission } from './identity/actor.ts'
import { appendTrail, type TrailEntry } from './trail/record.server.ts'

/** Everything a verb may know about the world: who acts, on which database, at what time, in which language. */
export type Context<A extends Actor = Actor> = {
  actor: A
  db: Db
  now: Date
  locale: Locale
  /** Trail entries of the open transaction; written together just before it commits, so the chain's head is locked last. */
  pending: TrailEntry[]
  depth: number
}

export type World = { now: Date; locale?: Locale }

/** Runs work in a transaction of the actor's organisation and commits it: the door for jobs, commands and tests. */
export async function withContext<A extends Actor, T>(actor: A, world: World, work: (ctx: Context<A>) => Promise<T>): Promise<T> {
  const open = await openContext(actor, world)
  try {
    const result = await work(open.ctx)
    await open.commit()
    return result
  } catch (error) {
    await open.rollback()
    throw error
  }
}

export type OpenContext<A extends Actor = Actor> = { ctx: Context<A>; commit: () => Promise<void>; rollback: () => Promise<void> }

/** Opens a transaction of the actor's organisation; commit() writes the trail entries first. */
export async function openContext<A extends Actor>(actor: A, world: World): Promise<OpenContext<A>> {
  return contextOn(await beginTransaction({ orgId: actor.orgId }), actor, world)
}

/** Wraps an open transaction, for callers that found the actor inside it. */
export function contextOn<A extends Actor>(transaction: Transaction, actor: A, world: World): OpenContext<A> {
  const ctx: Context<A> = { actor, db: transaction.db, now: world.now, locale: world.locale ?? 'zh-CN', pending: [], depth: 0 }
  return {
    ctx,
    commit: async () => {
      try {
        await appendTrail(ctx)
        await transaction.commit()
      } catch (error) {
        await transaction.rollback()
        throw error
      }
    },
    rollback: transaction.rollback,
  }
}

/** Outside any organisation: the global tables only, until `listMemberships` lets one person's memberships be seen. */
export type AccountContext = { db: Db; now: Date; locale: Locale }

/** Runs work before an organisation is chosen (sign-in, resets, limits) and commits it. */
export async function withAccount<T>(world: World, work: (ctx: AccountContext) => Promise<T>): Promise<T> {
  const { db, commit, rollback } = await beginTransaction({})
  try {
    const result = await work({ db, now: world.now, locale: world.locale ?? 'zh-CN' })
    await commit()
    return result
  } catch (error) {
    await rollback()
    throw error
  }
}

export function requirePermission(ctx: Context, permission: Permission | ContactPermission) {
  if (!can(ctx.actor, permission)) throw new Problem('forbidden', 'errors.not_allowed', { permission })
}

/** A verb's own unit of work: a savepoint, so verbs compose and a refusal undoes only itself. Savepoints travel with the queries. */
export async function inTransaction<A extends Actor, T>(ctx: Context<A>, work: (ctx: Context<A>) => Promise<T>): Promise<T> {
  const point = `p${ctx.depth + 1}`
  const before = ctx.pending.length
  send(ctx, `savepoint ${point}`)
  try {
    const result = await work({ ...ctx, depth: ctx.depth + 1 })
    send(ctx, `release savepoint ${point}`)
    return result
  } catch (error) {
    ctx.pending.length = before
    await ctx.db.execute(sql.raw(`rollback to savepoint ${point}`))
    throw error
  }
}

/** Pipelined: what goes wrong here shows in the next query or at commit. */
function send(ctx: Context, command: string) {
  ctx.db.execute(sql.raw(command)).catch(() => {})
}

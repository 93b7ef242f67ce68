import { withContext, type Context } from '#app/domain/context.server.ts'
import type { Actor, Contact, Member } from '#app/domain/identity/actor.ts'
import type { DemoClock } from './clock.ts'
import type { DemoKey } from './people.ts'

/** Who acts in the demo and when; each call is a transaction of its own, as in the running product. */
export type DemoWorld = {
  orgId: string
  clock: DemoClock
  people: Record<DemoKey, Member>
}

type When = { day: number; minute?: number }

export function as<T>(world: DemoWorld, key: DemoKey, { day, minute = 0 }: When, work: (ctx: Context<Member>) => Promise<T>): Promise<T> {
  return run(world, world.people[key], { day, minute }, work)
}

export function asContact<T>(world: DemoWorld, contact: Contact, { day, minute = 0 }: When, work: (ctx: Context<Contact>) => Promise<T>): Promise<T> {
  return run(world, contact, { day, minute }, work)
}

function run<A extends Actor, T>(world: DemoWorld, actor: A, { day, minute }: Required<When>, work: (ctx: Context<A>) => Promise<T>): Promise<T> {
  return withContext(actor, { now: world.clock.at(day, minute), locale: 'zh-CN' }, work)
}

import { and, eq, lt } from 'drizzle-orm'
import { trailUnread } from '#db/schema/index.ts'
import { withContext } from '#app/domain/context.server.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { addMember } from '#app/domain/organisations/add-member.server.ts'
import { createOrganisation } from '#app/domain/organisations/create-organisation.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { record } from '#app/domain/trail/record.server.ts'
import { refreshLiveResiduals } from '#app/domain/vendors/refresh-live-residual.server.ts'
import { afterwards } from './afterwards.server.ts'
import { assess } from './assess.server.ts'
import { demoClock } from './clock.ts'
import { contract } from './contract.server.ts'
import type { DemoWorld } from './demo-world.server.ts'
import { remedy } from './remedy.server.ts'
import { onboard } from './onboard.server.ts'
import { DEMO_ORGANISATION, DEMO_PEOPLE, type DemoKey } from './people.ts'
import { demoCreditCode } from './registration.ts'
import { SEEDED } from './seeded.ts'
import { DEMO_VENDORS } from './vendors.ts'

const ZONE = 'Asia/Shanghai'
const FOUNDED_DAYS_AGO = 400
/** Vendors that walk side by side: while one waits for the database another computes. */
const AT_ONCE = 4
/** Older news has been read: the first run mails what is due now, not a year of it. */
const NEWS_DAYS = 2

/** Makes the demo organisation through the product's own verbs, its dates counted from today. Gives its id. */
export async function seedDemo(now: Date): Promise<string> {
  const clock = demoClock(now, localDate(now, ZONE))
  const people = await makePeople(clock.at(-FOUNDED_DAYS_AGO, 0))
  const world: DemoWorld = { orgId: people.admin.orgId, clock, people }
  const walks: (() => Promise<void>)[] = []
  for (const [index, spec] of DEMO_VENDORS.entries()) {
    const done = await onboard(world, spec, index + 1)
    walks.push(async () => {
      await assess(world, spec, done)
      await contract(world, spec, done)
      await remedy(world, spec, done)
      await afterwards(world, spec, done)
    })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, () => takeTurns(walks)))
  await withContext({ kind: 'system', orgId: world.orgId, job: 'demo' }, { now }, async (ctx) => {
    await refreshLiveResiduals(ctx)
    await record(ctx, { action: SEEDED, subjectType: 'organisation', subjectId: world.orgId })
    await ctx.db.delete(trailUnread).where(and(eq(trailUnread.orgId, world.orgId), lt(trailUnread.at, clock.at(-NEWS_DAYS, 0))))
  })
  return world.orgId
}

async function takeTurns(walks: (() => Promise<void>)[]) {
  for (let next = walks.shift(); next; next = walks.shift()) await next()
}

async function makePeople(now: Date): Promise<Record<DemoKey, Member>> {
  const [first, ...others] = DEMO_PEOPLE
  const admin = await createOrganisation(
    { now },
    { input: { ...DEMO_ORGANISATION, country: 'CN', regNo: demoCreditCode(0), zone: ZONE, language: 'zh-CN' }, admin: { name: first.name, email: first.email, language: first.language }, isDemo: true },
  )
  const people: Partial<Record<DemoKey, Member>> = { admin }
  for (const { key, name, email, roles, language } of others) {
    people[key] = await withContext({ kind: 'system', orgId: admin.orgId, job: 'demo' }, { now }, (ctx) =>
      addMember(ctx, { name, email, roles: [...roles], language }),
    )
  }
  return people as Record<DemoKey, Member> // every key of DEMO_PEOPLE was filled above
}

import { and, eq } from 'drizzle-orm'
import postgres from 'postgres'
import { withContext } from '#app/domain/context.server.ts'
import { eraseDemoOrganisation } from '#app/domain/organisations/erase-demo-organisation.server.ts'
import { env } from '#app/platform/env.server.ts'
import { rawSql } from '#db/client.server.ts'
import { trail } from '#db/schema/index.ts'
import { DEMO_PEOPLE } from './demo/people.ts'
import { SEEDED } from './demo/seeded.ts'

const LOCK = 727_002

/** Loads the demo organisation on the first start in demo mode, once across processes; gives its sign-ins while it is there. */
export async function seedDemoOnce(ownerUrl: string): Promise<{ email: string; role: string }[]> {
  if (env().CUSTODIA_MODE !== 'demo') return []
  const lock = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await lock`select pg_advisory_lock(${LOCK})` // web and worker may be started together
    return await seedOrFind()
  } finally {
    await lock.end()
  }
}

async function seedOrFind() {
  const known = await rawSql()<{ id: string; isDemo: boolean }[]>`select id, is_demo as "isDemo" from organisations`
  const demo = known.find(({ isDemo }) => isDemo)
  if (known.length > 0 && !demo) return []
  if (!demo || !(await isWhole(demo.id))) {
    process.stdout.write(demo ? 'The demo organisation was left half made; making it anew …\n' : 'Making the demo organisation …\n')
    if (demo) await withContext(job(demo.id), { now: new Date() }, eraseDemoOrganisation)
    const { seedDemo } = await import('./demo/seed-demo.server.ts')
    await seedDemo(new Date())
  }
  return DEMO_PEOPLE.map(({ email, roles }) => ({ email, role: roles.join(', ') }))
}

const job = (orgId: string) => ({ kind: 'system', orgId, job: 'demo' }) as const

/** Killed in the making, it lacks its last entry. */
function isWhole(orgId: string): Promise<boolean> {
  return withContext(job(orgId), { now: new Date() }, async ({ db }) => {
    const found = await db.select({ seq: trail.seq }).from(trail).where(and(eq(trail.orgId, orgId), eq(trail.action, SEEDED))).limit(1)
    return found.length > 0
  })
}

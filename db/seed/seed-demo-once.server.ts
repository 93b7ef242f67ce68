import postgres from 'postgres'
import { env } from '#app/platform/env.server.ts'
import { rawSql } from '#db/client.server.ts'
import { DEMO_PEOPLE } from './demo/people.ts'

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
  const known = await rawSql()<{ isDemo: boolean }[]>`select is_demo as "isDemo" from organisations`
  if (known.length === 0) {
    process.stdout.write('Making the demo organisation …\n')
    const { seedDemo } = await import('./demo/seed-demo.server.ts')
    await seedDemo(new Date())
  } else if (!known.some(({ isDemo }) => isDemo)) return []
  return DEMO_PEOPLE.map(({ email, roles }) => ({ email, role: roles.join(', ') }))
}

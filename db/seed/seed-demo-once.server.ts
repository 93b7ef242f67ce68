import { env } from '#app/platform/env.server.ts'
import { rawSql } from '#db/client.server.ts'
import { DEMO_PEOPLE } from './demo/people.ts'

/** Loads the demo organisation on the first start in demo mode; gives its sign-ins while it is there. */
export async function seedDemoOnce(): Promise<{ email: string; role: string }[]> {
  if (env().CUSTODIA_MODE !== 'demo') return []
  const known = await rawSql()<{ isDemo: boolean }[]>`select is_demo as "isDemo" from organisations`
  if (known.length === 0) {
    process.stdout.write('Making the demo organisation …\n')
    const { seedDemo } = await import('./demo/seed-demo.server.ts')
    await seedDemo(new Date())
  } else if (!known.some(({ isDemo }) => isDemo)) return []
  return DEMO_PEOPLE.map(({ email, roles }) => ({ email, role: roles.join(', ') }))
}

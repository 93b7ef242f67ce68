import { seedDemo } from '#db/seed/demo/seed-demo.server.ts'
import { env } from '#app/platform/env.server.ts'
import { rawSql } from '#db/client.server.ts'
import { openWorld, readEnvironment } from '../open-world.ts'
import { CommandProblem, printJson, type Run } from './command.ts'

export const seed: Run = async () => {
  readEnvironment()
  if (env().CUSTODIA_MODE === 'production') throw new CommandProblem('the demo organisation cannot be loaded in production mode')
  const world = await openWorld()
  try {
    const known = await rawSql()`select 1 from organisations where is_demo`
    if (known.length > 0) throw new CommandProblem('there is a demo organisation already; remove it in its settings first')
    const began = performance.now()
    const orgId = await seedDemo(new Date())
    printJson({ org: orgId, seconds: Math.round((performance.now() - began) / 100) / 10 })
  } finally {
    await world.close()
  }
}

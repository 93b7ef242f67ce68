import { withContext } from '#app/domain/context.server.ts'
import { verifyTrail } from '#app/domain/trail/verify.server.ts'
import { organisationsAll } from '#app/domain/notifier/clock.server.ts'
import { openWorld, readEnvironment } from '../open-world.ts'
import { printJson, type Run } from './command.ts'

export const trailVerify: Run = async () => {
  readEnvironment()
  const world = await openWorld()
  try {
    const found = []
    for (const orgId of await organisationsAll()) {
      const result = await withContext({ kind: 'system', orgId, job: 'verify' }, { now: new Date() }, verifyTrail)
      found.push({ org: orgId, ok: result.breaks.length === 0, ...result })
    }
    printJson(found)
    return found.every(({ ok }) => ok) ? 0 : 1
  } finally {
    await world.close()
  }
}

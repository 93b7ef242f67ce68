import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import { listenToTrail, organisationsAll, organisationsDue, readTrail, runOrganisation } from '#app/domain/notifier/clock.server.ts'
import { runDaily } from '#app/domain/notifier/housekeeping.server.ts'
import { sendDeliveries } from '#app/domain/notifier/send-deliveries.server.ts'
import { log, safeError } from '#app/platform/log.server.ts'
import { closeMail } from '#app/platform/mail.server.ts'

type Organisation = { orgId: string }

const tasks: TaskList = {
  /** Every minute: whoever has something due. */
  tick: async () => {
    const now = new Date()
    for (const orgId of await organisationsDue(now)) await runOrganisation(orgId, now)
  },
  /** After a write: what leaves at once. */
  trail: async (payload) => {
    const { orgId } = payload as Organisation
    await readTrail(orgId, new Date())
    await sendDeliveries(orgId, new Date())
  },
  /** Every five minutes: entries whose wake-up was lost, mail that waits for another try. */
  sweep: async () => {
    for (const id of await organisationsAll()) {
      await readTrail(id, new Date())
      await sendDeliveries(id, new Date())
    }
  },
  /** Housekeeping that belongs to no organisation's day. */
  daily: () => runDaily(new Date()),
}

/** Runs jobs and the clock until the returned function is called. */
export async function startWorker({ ownerUrl }: { ownerUrl: string }): Promise<() => Promise<void>> {
  const runner = await run({
    connectionString: ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    taskList: tasks,
    parsedCronItems: parseCronItems([
      { task: 'tick', match: '* * * * *', options: { maxAttempts: 1 } },
      { task: 'sweep', match: '*/5 * * * *', options: { maxAttempts: 1 } },
      { task: 'daily', match: '17 3 * * *', options: { maxAttempts: 3 } },
    ]),
    logger: quiet(),
  })
  runner.promise.catch((error: unknown) => log().error(safeError(error), 'the worker stopped'))
  const wakeUp = (orgId: string) =>
    runner.addJob('trail', { orgId }, { jobKey: `trail:${orgId}`, maxAttempts: 3 }).catch((error: unknown) => log().warn(safeError(error), 'a wake-up was lost'))
  const stopListening = await listenToTrail((orgId) => void wakeUp(orgId))
  await runner.addJob('tick', {}, { jobKey: 'tick:start', maxAttempts: 1 })
  await runner.addJob('sweep', {}, { jobKey: 'sweep:start', maxAttempts: 1 })
  return async () => {
    await stopListening()
    await runner.stop()
    closeMail()
  }
}

function quiet(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log().error({ message: String(message).slice(0, 200) }, 'a job failed')
  })
}

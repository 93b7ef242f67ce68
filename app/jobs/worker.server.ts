import { run, type TaskList } from 'graphile-worker'
import { log, safeError } from '#app/platform/log.server.ts'
import { Logger } from 'graphile-worker'

const tasks: TaskList = {}

/** Runs jobs and the clock until the returned function is called. */
export async function startWorker({ ownerUrl }: { ownerUrl: string }): Promise<() => Promise<void>> {
  const runner = await run({ connectionString: ownerUrl, concurrency: 2, noHandleSignals: true, taskList: tasks, logger: quiet() })
  runner.promise.catch((error: unknown) => log().error(safeError(error), 'the worker stopped'))
  return () => runner.stop()
}

function quiet(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log().error({ message: String(message).slice(0, 200) }, 'job failed')
  })
}

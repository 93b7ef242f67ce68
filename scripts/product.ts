import type { Server } from 'node:http'
import * as build from 'virtual:remix/server-build'
import type { ViteDevServer } from 'vite'
import { mountHandlers } from '#app/http/handlers.server.ts'
import { limitConnections } from '#app/http/limit-time.server.ts'
import { createServer } from '#app/http/server.server.ts'
import { databaseAnswers } from '#app/platform/health.server.ts'
import { StartProblem } from './data-folder.ts'
import { readEnvironment } from './open-world.ts'

export { startWorker } from '#app/jobs/worker.server.ts'
export { seedDemoOnce } from '#db/seed/seed-demo-once.server.ts'

/** Listens on HOST and PORT until the returned function is called. */
export async function listen(vite?: ViteDevServer): Promise<() => Promise<void>> {
  const { HOST, PORT } = readEnvironment()
  const app = createServer({
    build: vite ? () => vite.ssrLoadModule('virtual:remix/server-build') as never : build,
    before: (express) => {
      if (vite) express.use(vite.middlewares)
      mountHandlers(express)
    },
    development: vite !== undefined,
    isReady: databaseAnswers,
  })
  const server = await bind(app.listen(PORT, HOST), PORT)
  limitConnections(server)
  return async () => {
    server.closeIdleConnections()
    const hard = setTimeout(() => server.closeAllConnections(), 5_000)
    await new Promise<void>((resolve) => server.close(() => resolve()))
    clearTimeout(hard)
    await vite?.close()
  }
}

function bind(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StartProblem(`Port ${port} is taken by another program. Set PORT to a free one.`) : error),
    )
  })
}

import http from 'node:http'
import path from 'node:path'
import postgres from 'postgres'
import { embeddedPostgres } from '#db/embedded.server.ts'

// The reference of a start: the same PostgreSQL over DATA_DIR, then one page that asks it something.

const server = await embeddedPostgres({ dataDir: path.join(process.env.DATA_DIR ?? '', 'postgres'), name: 'custodia' })
const sql = postgres(server.url(), { max: 1 })
http
  .createServer((_request, response) => {
    sql`select 1`.then(
      () => response.end('ready'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  .listen(Number(process.env.PORT), '127.0.0.1')

process.once('SIGTERM', () => {
  sql.end({ timeout: 1 }).then(() => server.stop()).then(
    () => process.exit(0),
    () => process.exit(1),
  )
})

import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PostgresJsSession, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'

/** An open transaction; verbs cannot tell whose it is. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

export type Transaction = { db: Db; commit: () => Promise<void>; rollback: () => Promise<void> }

type Pool = { sql: Sql; prepare: boolean }

// The server bundle and the scripts each load this module: the pool is one for the process all the same.
const SLOT = Symbol.for('custodia.database')
const slots = globalThis as unknown as Record<symbol, Pool | undefined>

const dialect = new PgDialect({ casing: 'snake_case' })
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Connects the process to its database as the app role. `prepare: false` is for poolers in transaction mode. */
export function openDatabase(url: string, options: { max?: number; prepare?: boolean } = {}) {
  const login = new URL(url).username
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connect_timeout: 5,
    prepare: options.prepare ?? true,
    connection: {
      application_name: 'custodia',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      ...(login === 'custodia_app' ? {} : { role: 'custodia_app' }),
    },
  })
  drizzle(sql) // once: makes the client pass dates and JSON as drizzle writes them
  slots[SLOT] = { sql, prepare: options.prepare ?? true }
}

export async function closeDatabase() {
  await slots[SLOT]?.sql.end({ timeout: 5 })
  slots[SLOT] = undefined
}

/** For LISTEN and health only; everything else goes through a transaction. */
export function rawSql(): Sql {
  return pool().sql
}

/**
 * Opens a transaction for one organisation, or for one person before an organisation is chosen.
 * Nothing is awaited: BEGIN and SET LOCAL travel with the first query.
 */
export async function beginTransaction(scope: { orgId?: string; userId?: string }): Promise<Transaction> {
  const { sql, prepare } = pool()
  const connection = await sql.reserve()
  const settings = [setLocal('app.org_id', scope.orgId), setLocal('app.user_id', scope.userId)]
  const opened = connection.unsafe(['begin', ...settings.filter(Boolean)].join('; '))
  opened.catch(() => {}) // the first query on this connection reports it
  let done = false
  const client = {
    unsafe: (query: string, params: unknown[], options: object) => {
      // The connection may serve somebody else by now: what a failed Promise.all left running stops here.
      if (done) throw new Error('this transaction is over')
      return connection.unsafe(query, params as never[], { ...options, prepare })
    },
  }
  const session = new PostgresJsSession(client as never, dialect, undefined, {})
  const end = async (command: 'commit' | 'rollback') => {
    if (done) return
    done = true
    try {
      await opened
      const result = await connection.unsafe(command)
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
      if (command === 'commit' && (result as unknown as { command: string }).command !== 'COMMIT')
        throw new Error('the transaction had failed and was rolled back')
    } finally {
      connection.release()
    }
  }
  return {
    db: new PgDatabase(dialect, session as never, undefined) as unknown as Db,
    commit: () => end('commit'),
    rollback: () => end('rollback').catch(() => {}),
  }
}

function pool(): Pool {
  const open = slots[SLOT]
  if (!open) throw new Error('openDatabase() has not been called')
  return open
}

function setLocal(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  if (!UUID.test(value)) throw new Error(`${name} must be a lower-case uuid`)
  return `set local ${name} = '${value}'`
}

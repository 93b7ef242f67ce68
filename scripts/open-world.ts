import fs from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { env, EnvProblem, parseEnv, setEnv, type Env } from '#app/platform/env.server.ts'
import { projectRoot } from '#app/platform/root.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { embeddedPostgres } from '#db/embedded.server.ts'
import { allowAppLogin, migrateDatabase, UnknownMigration } from '#db/migrate.server.ts'
import { StartProblem } from './data-folder.ts'

type OpenWorld = { env: Env; ownerUrl: string; close: () => Promise<void> }

/** Reads the environment, or says every mistake in it at once; a file .env in the project's folder fills in what it does not say. */
export function readEnvironment(): Env {
  const file = path.join(projectRoot(), '.env')
  if (fs.existsSync(file)) process.loadEnvFile(file)
  try {
    const parsed = parseEnv(process.env)
    setEnv(parsed)
    return parsed
  } catch (error) {
    if (!(error instanceof EnvProblem)) throw error
    throw new StartProblem(`These environment variables are wrong:\n${error.lines.map((line) => `  ${line}`).join('\n')}\nSee README.md, "Configuration".`)
  }
}

/** Starts or finds PostgreSQL, brings it up to date and connects this process to it as the app role. */
export async function openWorld(): Promise<OpenWorld> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_POOL, DATABASE_PREPARE } = env()
  const server = DATABASE_URL ? undefined : await startEmbedded()
  const ownerUrl = server?.url ?? DATABASE_OWNER_URL ?? DATABASE_URL!
  try {
    await migrateDatabase(ownerUrl, { year: new Date().getUTCFullYear() })
    const appUrl = server ? await allowAppLogin(ownerUrl, server.password) : DATABASE_URL!
    openDatabase(appUrl, { max: DATABASE_POOL, prepare: DATABASE_PREPARE })
  } catch (error) {
    if (server?.started) await server.stop()
    throw databaseProblem(error, ownerUrl)
  }
  return {
    env: env(),
    ownerUrl,
    close: async () => {
      await closeDatabase()
      if (server?.started) await server.stop()
    },
  }
}

async function startEmbedded() {
  const server = await embeddedPostgres({ dataDir: path.join(env().DATA_DIR, 'postgres'), name: 'custodia' })
  const admin = postgres(server.url(), { max: 1, onnotice: () => {} })
  try {
    const known = await admin`select 1 from pg_database where datname = 'custodia'`
    if (known.length === 0) await admin.unsafe('create database custodia').catch(unlessMeanwhile)
  } finally {
    await admin.end()
  }
  const url = server.url('custodia')
  return { url, password: decodeURIComponent(new URL(url).password), started: server.started, stop: server.stop }
}

/** Web and worker may be started together: the other one made it a moment ago. */
function unlessMeanwhile(error: { code?: string }) {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}

function databaseProblem(error: unknown, url: string): unknown {
  if (error instanceof UnknownMigration) return new StartProblem(env().DATABASE_URL ? STRANGE_DATABASE : strangeFolder(env().DATA_DIR))
  const code = (error as { code?: string }).code ?? (error as { cause?: { code?: string } }).cause?.code
  const { host, pathname } = new URL(url)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return new StartProblem(`No PostgreSQL answers at ${host} (${code}). Check DATABASE_URL, or leave it empty to use the embedded one.`)
  if (code === '28P01' || code === '28000') return new StartProblem(`PostgreSQL at ${host} refused the name or password in DATABASE_URL.`)
  if (code === '3D000') return new StartProblem(`There is no database ${pathname.slice(1)} at ${host}. Create it, or correct DATABASE_URL.`)
  if (code === '42501') return new StartProblem(`The account in DATABASE_URL may not create tables or roles in ${pathname.slice(1)}. Set DATABASE_OWNER_URL to one that may.`)
  return error
}

const strangeFolder = (folder: string) =>
  `The data folder ${folder} was made by another version of Custodia, whose tables this one does not know. Nothing was changed. Start that version, or set DATA_DIR to a new folder.`

const STRANGE_DATABASE =
  'The database in DATABASE_URL was made by another version of Custodia, whose tables this one does not know. Nothing was changed. Start that version, or name an empty database.'

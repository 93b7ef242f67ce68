import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { embeddedPostgres } from '#db/embedded.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
    template: string
  }
}

/** One real PostgreSQL for the run; one migrated template that each test file clones in milliseconds. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? undefined : await embeddedPostgres({ dataDir: path.resolve('.data/test-postgres'), throwaway: true, name: 'custodia-test' })
  const adminUrl = given ?? server!.url()
  const template = `template_${process.pid}`
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  for (const { datname } of await admin`select datname from pg_database where datname like 'template\\_%' or datname like 'file\\_%'`) {
    const owner = Number(/_(\d+)/.exec(String(datname))?.[1])
    if (!isAlive(owner)) await admin.unsafe(`drop database if exists "${datname}" with (force)`).catch(() => {})
  }
  await admin.unsafe(`create database ${template}`)
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  await migrateDatabase(url.href, { year: new Date().getUTCFullYear() })
  await admin.end()
  project.provide('adminUrl', adminUrl)
  project.provide('template', template)
  return async () => {
    if (server?.started) await server.stop()
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

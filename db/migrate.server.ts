import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { projectRoot } from '#app/platform/root.server.ts'

const migrations = () => path.join(projectRoot(), 'db', 'migrations')
const LOCK = 727_001

/** The database was made by another version: it holds a step that is not among this one's migrations. */
export class UnknownMigration extends Error {
  override name = 'UnknownMigration'
}

/** Brings a database up to date as its owner, under one lock across processes; safe to repeat. UnknownMigration before anything is changed. */
export async function migrateDatabase(ownerUrl: string, options: { year: number }) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await refuseUnknown(sql)
    await createAppRole(sql)
    await migrate(drizzle(sql), { migrationsFolder: migrations() })
    await sql`select ensure_trail_partitions(${options.year})`
    await sql`select protect_tables()`
  } finally {
    await sql.end()
  }
}

async function refuseUnknown(sql: postgres.Sql) {
  const [journal] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!journal?.name) return
  const known = readMigrationFiles({ migrationsFolder: migrations() }).map(({ folderMillis }) => folderMillis)
  const done = await sql<{ at: string }[]>`select created_at as at from drizzle.__drizzle_migrations`
  if (done.some(({ at }) => !known.includes(Number(at)))) throw new UnknownMigration('the database holds a migration that this version does not know')
}

/** The role that the product runs as: owns nothing, obeys row-level security. Roles belong to the cluster, so it may exist already. */
async function createAppRole(sql: postgres.Sql) {
  await sql.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'custodia_app') then
        create role custodia_app nologin nosuperuser nobypassrls;
      end if;
      if not pg_has_role(current_user, 'custodia_app', 'MEMBER') then
        execute format('grant custodia_app to %I', current_user);
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`)
}

/** Lets the app role log in to an embedded server with a password of its own. */
export async function allowAppLogin(ownerUrl: string, password: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await sql.unsafe(`alter role custodia_app login password '${password.replaceAll("'", "''")}'`)
  await sql.end()
  const url = new URL(ownerUrl)
  url.username = 'custodia_app'
  url.password = encodeURIComponent(password)
  return url.href
}

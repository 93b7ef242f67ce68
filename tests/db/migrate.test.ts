import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrateDatabase, UnknownMigration } from '#db/migrate.server.ts'

const name = `file_${process.pid}_migrate`
const at = new URL(inject('adminUrl'))
const admin = postgres(at.href, { max: 1, onnotice: () => {} })
at.pathname = `/${name}`

beforeAll(async () => {
  await admin.unsafe(`create database ${name}`)
})
afterAll(async () => {
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
})

const migrated = () => migrateDatabase(at.href, { year: 2026 })

async function ask(query: string) {
  const sql = postgres(at.href, { max: 1 })
  const rows = await sql.unsafe(query)
  await sql.end()
  return rows
}

test('an empty database is filled, and doing it again changes nothing', async () => {
  await migrated()
  const [before] = await ask('select count(*)::int as steps from drizzle.__drizzle_migrations')
  await migrated()
  expect(await ask('select count(*)::int as steps from drizzle.__drizzle_migrations')).toEqual([before])
  expect(await ask("select to_regclass('vendors')::text as name")).toEqual([{ name: 'vendors' }])
})

test('a database of another version is refused before anything is changed', async () => {
  await ask("insert into drizzle.__drizzle_migrations (hash, created_at) values ('of an older version', 1795508047760)")
  await ask('drop table trail_y2026')
  await expect(migrated()).rejects.toThrow(UnknownMigration)
  expect(await ask("select to_regclass('trail_y2026') as partition")).toEqual([{ partition: null }])
})

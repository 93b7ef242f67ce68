import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { parseEnv, setEnv } from '#app/platform/env.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'

// Runs before each test file: a database of its own, cloned from the migrated template, and a data folder of its own.
const name = `file_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
await admin.unsafe(`create database ${name} template ${inject('template')} strategy wal_log`)
const url = new URL(inject('adminUrl'))
url.pathname = `/${name}`
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'custodia-test-'))
setEnv(parseEnv({ DATABASE_URL: url.href, DATA_DIR: dataDir, LOG_LEVEL: 'silent', CUSTODIA_MODE: 'production' }))
openDatabase(url.href, { max: 6 })

afterAll(async () => {
  await closeDatabase()
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

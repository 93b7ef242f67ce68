import fs from 'node:fs'
import { checkTemplates } from '#app/platform/check-templates.server.ts'
import { masterKey } from '#app/platform/crypto.server.ts'
import { databaseAnswers } from '#app/platform/health.server.ts'
import { rawSql } from '#db/client.server.ts'
import { openWorld, readEnvironment } from '../open-world.ts'
import { printJson, type Run } from './command.ts'

type Finding = { check: string; ok: boolean; detail: string }

export const doctor: Run = async () => {
  const env = readEnvironment()
  const found: Finding[] = [{ check: 'node', ok: Number(process.versions.node.split('.')[0]) >= 20, detail: process.versions.node }]
  found.push(await look('data folder', () => { fs.mkdirSync(env.DATA_DIR, { recursive: true }); fs.accessSync(env.DATA_DIR, fs.constants.W_OK) }, env.DATA_DIR))
  found.push(await look('templates', checkTemplates, 'every file parses and every reference resolves'))
  found.push(await look('keys', () => void masterKey(), env.MASTER_KEY ? 'from MASTER_KEY' : 'in the data folder'))
  found.push(await look('database', async () => { await examineDatabase(found) }, env.DATABASE_URL ? 'from DATABASE_URL' : 'embedded'))
  found.push({ check: 'mail', ok: true, detail: env.SMTP_URL ? 'over SMTP' : 'kept in the mailbox page' })
  printJson(found)
  return found.every(({ ok }) => ok) ? 0 : 1
}

async function examineDatabase(found: Finding[]) {
  const world = await openWorld()
  try {
    found.push({ check: 'database answers', ok: await databaseAnswers(), detail: 'within a second' })
    const [version] = await rawSql()`select current_setting('server_version') as version, current_user as role`
    found.push({ check: 'role', ok: version?.role === 'custodia_app', detail: `${version?.role} on PostgreSQL ${version?.version}` })
    const open = await rawSql()<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`
    found.push({ check: 'row-level security', ok: open.length === 0, detail: open.length === 0 ? 'forced on every table of an organisation' : open.map(({ name }) => name).join(', ') })
  } finally {
    await world.close()
  }
}

async function look(check: string, examine: () => unknown, detail: string): Promise<Finding> {
  try {
    await examine()
    return { check, ok: true, detail }
  } catch (error) {
    return { check, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}

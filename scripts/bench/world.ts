import path from 'node:path'
import postgres, { type Sql } from 'postgres'
import { withContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { createOrganisation } from '#app/domain/organisations/create-organisation.server.ts'
import type { OrganisationInput } from '#app/domain/organisations/input.ts'
import { memberCookie } from '#app/http/cookies.server.ts'
import { parseEnv, setEnv } from '#app/platform/env.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { embeddedPostgres } from '#db/embedded.server.ts'
import { allowAppLogin, migrateDatabase } from '#db/migrate.server.ts'
import { onEnd, temporaryFolder } from './cleaning.ts'
import { must } from './workload.ts'

export type World = {
  dataDir: string
  ownerUrl: string
  /** Of the role that the product runs as. */
  appUrl: string
  /** The owner's own connections: for filling tables and for references. */
  owner: Sql
  member: Member
  /** Cookie header of a signed-in session of the member. */
  cookie: string
}

/** A migrated database of its own with one organisation and a signed-in person; this process is connected to it as the app role. */
export async function openWorld({ pool = 10 } = {}): Promise<World> {
  const dataDir = temporaryFolder()
  const server = await embeddedPostgres({ dataDir: path.join(dataDir, 'postgres'), name: 'custodia' })
  onEnd(server.stop)
  const admin = postgres(server.url(), { max: 1, onnotice: () => {} })
  await admin.unsafe('create database custodia')
  await admin.end()
  const ownerUrl = server.url('custodia')
  await migrateDatabase(ownerUrl, { year: new Date().getUTCFullYear() })
  const appUrl = await allowAppLogin(ownerUrl, decodeURIComponent(new URL(ownerUrl).password))
  setEnv(parseEnv({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, CUSTODIA_MODE: 'production', LOG_LEVEL: 'silent' }))
  openDatabase(appUrl, { max: pool })
  onEnd(closeDatabase)
  const owner = postgres(ownerUrl, { max: 10, onnotice: () => {} })
  onEnd(() => owner.end({ timeout: 5 }))
  await assertWalls(owner)
  const member = await aMember()
  return { dataDir, ownerUrl, appUrl, owner, member, cookie: await signIn(member) }
}

/** What is measured is the product with its walls up. */
async function assertWalls(owner: Sql) {
  const [table] = await owner<{ on: boolean }[]>`select relrowsecurity and relforcerowsecurity as on from pg_class where oid = 'vendors'::regclass`
  must(table?.on === true, 'row-level security is not forced on vendors')
  const [role] = await owner<{ plain: boolean }[]>`select not rolsuper and not rolbypassrls as plain from pg_roles where rolname = 'custodia_app'`
  must(role?.plain === true, 'the app role may step over the walls')
}

const INPUT: OrganisationInput = {
  name: '海湾消费金融股份有限公司',
  nameAlt: 'Haiwan Consumer Finance Co., Ltd.',
  country: 'CN',
  regNo: '91310115MA1H8Q2C4L',
  address: '上海市浦东新区世纪大道1568号',
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
  unitDepartment: '合规部',
  unitLead: '周敏',
  unitPhone: '021-6000 3300',
  unitEmail: 'privacy@haiwan.example',
}

let people = 0

/** A new organisation and its first person, who has every role that reads. */
export async function aMember(): Promise<Member> {
  const name = `周敏 ${(people += 1)}`
  const member = await createOrganisation({ now: new Date() }, { input: INPUT, admin: { name, email: `zhou.min.${people}@haiwan.example`, language: 'zh-CN' } })
  return { ...member, roles: ['admin', 'procurement', 'compliance', 'auditor'] }
}

async function signIn(member: Member): Promise<string> {
  const token = await withContext(member, { now: new Date() }, (ctx) => startSession(ctx, { device: { ip: '127.0.0.1', userAgent: 'bench' }, by: 'password' }))
  return (await memberCookie().serialize(token)).split(';')[0]!
}

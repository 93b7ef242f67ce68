import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rawSql } from '#db/client.server.ts'
import { anOrganisation } from '#tests/support/world.ts'

/** Tables of the whole installation; everything else belongs to an organisation. */
const GLOBAL = new Set(['organisations', 'users', 'sessions', 'account_tokens', 'rate_limits'])

const tables = await rawSql()<{ name: string; forced: boolean; enabled: boolean; hasOrg: boolean; orgNullable: boolean }[]>`
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    a.attname is not null as "hasOrg", not coalesce(a.attnotnull, false) as "orgNullable"
  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

const constraints = await rawSql()<{ table: string; name: string; kind: string; columns: string[]; target: string | null; targetColumns: string[] | null }[]>`
  select t.relname as table, k.conname as name, k.contype as kind,
    (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n) as columns,
    f.relname as target,
    (select array_agg(a.attname::text order by o) from unnest(k.confkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n) as "targetColumns"
  from pg_constraint k join pg_class t on t.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
  where t.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')`

const owned = tables.filter((table) => !GLOBAL.has(table.name))

test('there are tables to check', () => {
  expect(owned.length).toBeGreaterThan(25)
  expect(tables.filter((table) => GLOBAL.has(table.name))).toHaveLength(GLOBAL.size)
})

test.each(owned)('$name belongs to an organisation and is walled', ({ hasOrg, orgNullable, enabled, forced }) => {
  expect({ hasOrg, orgNullable, enabled, forced }).toEqual({ hasOrg: true, orgNullable: false, enabled: true, forced: true })
})

test.each(constraints.filter((each) => !GLOBAL.has(each.table) && each.kind !== 'f'))('$table: $name starts with org_id', ({ columns }) => {
  expect(columns[0]).toBe('org_id')
})

test.each(constraints.filter((each) => each.kind === 'f' && !GLOBAL.has(each.table) && !GLOBAL.has(each.target!)))(
  '$table: $name carries org_id on both sides',
  ({ columns, targetColumns }) => {
    expect(columns[0]).toBe('org_id')
    expect(targetColumns?.[0]).toBe('org_id')
  },
)

test('there is no sequence and no materialised view', async () => {
  const found = await rawSql()`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('S', 'm')`
  expect(found).toHaveLength(0)
})

test('every policy checks what is read and what is written', async () => {
  const policies = await rawSql()<{ tablename: string; policyname: string; cmd: string; qual: string; with_check: string | null }[]>`
    select tablename, policyname, cmd, qual, with_check from pg_policies where schemaname = 'public'`
  expect(policies.length).toBeGreaterThanOrEqual(owned.length)
  for (const policy of policies.filter(({ cmd }) => cmd === 'ALL')) {
    expect([policy.tablename, policy.qual, policy.with_check]).toEqual([policy.tablename, '(org_id = current_org())', '(org_id = current_org())'])
  }
  expect(policies.filter(({ cmd }) => cmd !== 'ALL').map(({ policyname, cmd }) => [policyname, cmd])).toEqual([['own_memberships', 'SELECT']])
})

test('the role that the product runs as owns nothing and cannot go round the wall', async () => {
  const org = await anOrganisation()
  await org.run({ kind: 'system', orgId: org.orgId, job: 'test' }, async ({ db }) => {
    const [role] = await db.execute(sql`
      select current_user as name, r.rolsuper, r.rolbypassrls,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        bool_or(has_table_privilege(current_user, c.oid, 'TRUNCATE') or has_table_privilege(current_user, c.oid, 'REFERENCES') or has_table_privilege(current_user, c.oid, 'TRIGGER')) as too_much
      from pg_roles r, pg_class c where r.rolname = current_user and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      group by r.oid, r.rolsuper, r.rolbypassrls`)
    expect(role).toEqual({ name: 'custodia_app', rolsuper: false, rolbypassrls: false, owned: 0, too_much: false })
  })
})

test('without an organisation nothing is seen, whatever the setting holds', async () => {
  const org = await anOrganisation('admin')
  const seen = await rawSql().begin(async (tx) => {
    await tx.unsafe(`set local app.org_id = ''`)
    return tx`select (select count(*)::int from memberships) + (select count(*)::int from vendors) as rows`
  })
  expect(seen[0]).toEqual({ rows: 0 })
  expect(org.orgId).toBeTruthy()
})

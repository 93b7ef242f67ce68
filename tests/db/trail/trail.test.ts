import { createHash } from 'node:crypto'
import { asc, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTransaction } from '#app/domain/context.server.ts'
import { record } from '#app/domain/trail/record.server.ts'
import { trail, trailUnread } from '#db/schema/index.ts'
import { anOrganisation } from '#tests/support/world.ts'

const entry = (n: number) => ({ action: 'vendor.update', subjectType: 'vendor', subjectId: `v${n}`, data: { n } })

test('each entry chains to the one before over its exact bytes, and waits to be read', async () => {
  const org = await anOrganisation('admin')
  await org.run(org.as('admin'), async (ctx) => {
    await record(ctx, entry(1))
    await record(ctx, entry(2))
  })
  await org.run(org.as('admin'), (ctx) => record(ctx, entry(3)))
  await org.run(org.as('admin'), async ({ db }) => {
    const rows = await db.select().from(trail).orderBy(asc(trail.seq))
    expect(rows.map((row) => [row.seq, row.subjectId, row.actorName])).toEqual([[1, 'v1', 'admin'], [2, 'v2', 'admin'], [3, 'v3', 'admin']])
    let previous = Buffer.alloc(0)
    for (const row of rows) {
      previous = createHash('sha256').update(previous).update(`${row.seq}\n${row.body}`).digest()
      expect(row.hash.equals(previous)).toBe(true)
    }
    expect(await db.select().from(trailUnread)).toHaveLength(3)
  })
})

test('a refused verb leaves neither its change nor its entry', async () => {
  const org = await anOrganisation('admin')
  await org.run(org.as('admin'), async (ctx) => {
    await record(ctx, entry(1))
    await inTransaction(ctx, async (ctx) => {
      await record(ctx, entry(2))
      throw new Error('refused')
    }).catch(() => {})
  })
  await org.run(org.as('admin'), async ({ db }) => {
    expect((await db.select().from(trail)).map((row) => row.subjectId)).toEqual(['v1'])
  })
})

test("another organisation's entries are not there", async () => {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  await one.run(one.as('admin'), (ctx) => record(ctx, entry(1)))
  expect(await two.run(two.as('admin'), ({ db }) => db.select().from(trail))).toEqual([])
})

test.each(['insert into trail_heads values (gen_random_uuid(), 1, \'\')', "update trail set body = ''", 'delete from trail', 'truncate trail'])(
  'the product itself cannot do: %s',
  async (statement) => {
    const org = await anOrganisation('admin')
    await expect(org.run(org.as('admin'), ({ db }) => db.execute(sql.raw(statement)))).rejects.toMatchObject({ cause: { code: '42501' } })
  },
)

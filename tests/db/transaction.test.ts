import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { beginTransaction } from '#db/client.server.ts'

test.each(['commit', 'rollback'] as const)('after %s a transaction takes no more queries: its connection may serve somebody else', async (end) => {
  const { db, ...ends } = await beginTransaction({})
  await db.execute(sql`select 1`)
  await ends[end]()
  await expect(db.execute(sql`select 1`)).rejects.toThrow()
})

test('what one failed query of several leaves running does not reach the next transaction', async () => {
  const { db, rollback } = await beginTransaction({})
  const slow = db.execute(sql`select 1`).then(() => new Promise((resolve) => setTimeout(resolve, 50))).then(() => db.execute(sql`select 2`))
  await expect(Promise.all([db.execute(sql`select 1 / 0`), slow])).rejects.toThrow()
  await rollback()
  await expect(slow).rejects.toThrow()
})

import { rawSql } from '#db/client.server.ts'

const PATIENCE_MS = 1_000

/** True when the database answers within a second. */
export async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answer = rawSql()`select 1`.then(() => true, () => false)
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

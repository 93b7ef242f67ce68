import { lt, sql } from 'drizzle-orm'
import { withContext } from '#app/domain/context.server.ts'
import { sweepFiles } from '#app/domain/evidence/sweep-files.server.ts'
import { forgetSecrets } from '#app/domain/mailbox/forget-secrets.server.ts'
import { signCheckpoint } from '#app/domain/trail/checkpoint.server.ts'
import { formTokens } from '#db/schema/index.ts'
import { organisationsAll } from './clock.server.ts'
import { rawSql } from '#db/client.server.ts'

const KEEP_DAYS = 7

/** Once a day: seals every trail's head, removes what crashes left of files, forgets sessions, counters, form tokens and the secrets in mails that ended. */
export async function runDaily(now: Date): Promise<void> {
  const at = now.toISOString()
  await rawSql()`delete from sessions where expires_at < ${at}`
  await rawSql()`delete from account_tokens where expires_at < ${at}`
  await rawSql()`delete from rate_limits where expires_at < ${at}`
  for (const orgId of await organisationsAll()) {
    await withContext({ kind: 'system', orgId, job: 'daily' }, { now }, async (ctx) => {
      await signCheckpoint(ctx)
      await sweepFiles(ctx)
      await forgetSecrets(ctx)
      await ctx.db.delete(formTokens).where(lt(formTokens.at, sql`${at}::timestamptz - make_interval(days => ${KEEP_DAYS})`))
    })
  }
}

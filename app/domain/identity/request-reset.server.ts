import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '#app/platform/env.server.ts'
import { mailLeaves } from '#app/platform/mail.server.ts'
import { withAccount, withContext, type World } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { countAttempt } from './count-attempt.server.ts'
import type { Device } from './device.ts'
import { makeResetLink, RESET_MINUTES } from './make-reset-link.server.ts'
import { findLastMember, findUserByEmail } from './queries.server.ts'
import { queueAccountMail } from './queue-account-mail.server.ts'

/** Longer than any of the work below takes: nobody learns from the time whether an address is known. */
const ANSWER_MS = 400

/**
 * Whether this installation can bring a person a link that nobody else reads. Without SMTP mails land in a mailbox that an
 * organisation's administrators read: good enough for a demo, never for an account that may open other organisations too.
 */
export const sendsAccountMails = (): boolean => mailLeaves() || env().CUSTODIA_MODE === 'demo'

/** Mails a link for a new password to the person of this address, if there is one; the answer is always the same. */
export async function requestReset(world: World, { email, device }: { email: string; device: Device }) {
  await withAccount(world, (ctx) =>
    countAttempt(ctx, { key: `reset|${device.ip}`, points: 30, minutes: 15 }, { key: `reset|${email}`, points: 5, minutes: 60 }),
  )
  await Promise.all([sleep(ANSWER_MS), mailLink(world, email)])
}

async function mailLink(world: World, email: string) {
  if (!sendsAccountMails()) return
  const known = await withAccount(world, async (ctx) => {
    const user = await findUserByEmail(ctx, email)
    const member = user?.isActive ? await findLastMember(ctx, user.id) : undefined
    return user && member ? { user, orgId: member.orgId } : undefined
  })
  if (!known) return
  const { user, orgId } = known
  await withContext({ kind: 'system', orgId, job: 'account-mail' }, world, async (ctx) => {
    const link = await makeResetLink(ctx, user)
    await queueAccountMail(ctx, { template: 'password-reset', to: user, link, values: { minutes: RESET_MINUTES } })
    await record(ctx, { action: 'account.request_reset', subjectType: 'user', subjectId: user.id })
  })
}

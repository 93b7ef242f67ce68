import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, vendorBans } from '#db/schema/index.ts'
import { agreementBlockers } from '../agreements/agreement.ts'
import { moveAgreement } from '../agreements/move-agreement.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { keepFile } from '../evidence/keep-file.server.ts'
import { receiveFile } from '../evidence/receive-file.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { record } from '../trail/record.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { banIsDue, banUntil } from './ban.ts'
import { decidingMember } from './deciding-member.ts'
import { SYSTEM } from './enter-must-terminate.server.ts'
import { exitParameters } from './exit-parameters.server.ts'
import { loadClock } from './load-clock.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { retimeSteps } from './retime-steps.server.ts'
import { settleStep } from './settle-step.server.ts'

/**
 * W-06: the compliance head issues the notice; it is kept sealed, and takes effect on arrival in the platform, that is now.
 * Every signed or active agreement of the vendor ends, the ban begins (W-14) and the exit's clocks start (rulings 22–24).
 */
export async function issueTerminationNotice(ctx: Context, caseId: string, { notice }: { notice: { name: string; source: AsyncIterable<Uint8Array> } }): Promise<Case> {
  requirePermission(ctx, 'violation.terminate')

  const received = await receiveFile(ctx.actor.orgId, notice)
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await getCase(ctx, caseId)
      const noticeIssuedBy = decidingMember(ctx.actor)
      const { id: noticeFileId, sha256 } = await keepFile(ctx, received)
      const issued = await moveCase(ctx, before, {
        action: 'issue_notice',
        facts: { noticeReady: received.sizeBytes > 0 },
        set: { noticeIssuedAt: ctx.now, noticeIssuedBy, noticeFileId, terminationEffectiveAt: ctx.now },
        data: { vendorId: before.vendorId, noticeFileId, sha256, effectiveAt: ctx.now.toISOString() },
      })
      await endAgreements(ctx, issued)
      await retimeSteps(ctx, issued)
      await settleStep(ctx, issued, 'W-06', { doneAt: ctx.now, doneBy: ctx.actor.kind === 'member' ? ctx.actor.name : SYSTEM, fileId: noticeFileId })
      await insertBan(ctx, issued)
      await settleStep(ctx, issued, 'W-14', { doneAt: ctx.now, doneBy: SYSTEM })
      return issued
    })
  } catch (error) {
    await received.discard()
    throw error
  }
}

async function endAgreements(ctx: Context, { id, ref, vendorId }: Case) {
  const running = await ctx.db
    .select()
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, vendorId), inArray(agreements.status, ['signed', 'active'])))
  for (const before of running) {
    const [blocker] = agreementBlockers('terminate', before, { noticeServed: true, byCase: true })
    if (blocker) throw new Problem('conflict', `status.blocked.agreement.${blocker}`)
    await moveAgreement(ctx, before, { action: 'terminate', set: { endedAt: ctx.now, endReason: ref }, data: { caseId: id, caseRef: ref } })
  }
}

/** Every ending by a confirmed violation bans; a class D case comes here only when its cure failed or it returned (rulings 22). */
async function insertBan(ctx: Context, row: Case) {
  if (!banIsDue({ kind: 'violation', class: row.class, cureFailed: row.class === 'D' })) return
  const vendor = await getVendor(ctx, row.vendorId)
  const [{ zone }, { banMonths }] = await Promise.all([loadClock(ctx), exitParameters(ctx, row, vendor.tier ?? 'T1')])
  const fromOn = localDate(ctx.now, zone)
  const untilOn = banUntil(fromOn, banMonths)
  await ctx.db
    .insert(vendorBans)
    .values({ orgId: ctx.actor.orgId, id: newId(), vendorId: vendor.id, caseId: row.id, fromOn, untilOn, reason: `${row.ref} ${row.violationId}`, createdAt: ctx.now })
  await record(ctx, {
    action: 'vendor.enter_ban', subjectType: 'vendor', subjectId: vendor.id, vendorId: vendor.id, data: { caseId: row.id, caseRef: row.ref, fromOn, untilOn },
  })
}

import { and, asc, eq, lte } from 'drizzle-orm'
import { findings } from '#db/schema/index.ts'
import { markFixed } from '#app/domain/findings/mark-fixed.server.ts'
import { verifyFinding } from '#app/domain/findings/verify-finding.server.ts'
import { addDays, daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { as, type DemoWorld } from './demo-world.server.ts'
import type { Onboarded } from './onboard.server.ts'
import type { DemoVendor } from './vendors.ts'

const SOON_DAYS = 3

/** Findings whose date has come were put right in time, but for those that the vendor leaves open. */
export async function remedy(world: DemoWorld, spec: DemoVendor, { vendorId }: Onboarded): Promise<void> {
  const due = await as(world, 'compliance', { day: 0 }, (ctx) =>
    ctx.db
      .select()
      .from(findings)
      .where(and(eq(findings.orgId, world.orgId), eq(findings.vendorId, vendorId), lte(findings.dueOn, world.clock.date(SOON_DAYS))))
      .orderBy(asc(findings.dueOn), asc(findings.ref)),
  )
  for (const finding of due.slice(spec.leaves ?? 0)) {
    const day = Math.min(daysBetween(world.clock.today, addDays(finding.dueOn, -SOON_DAYS)), -1)
    const fixed = await as(world, 'owner', { day }, (ctx) => markFixed(ctx, finding.id, { proof: '供应商提交整改报告与截图，已核对一致。', revision: finding.revision }))
    await as(world, 'compliance', { day, minute: 200 }, (ctx) => verifyFinding(ctx, finding.id, { note: '复测通过', revision: fixed.revision }))
  }
}

import { nameIn } from '#app/i18n/own-name.ts'
import type { Context } from '../context.server.ts'
import { can } from '../identity/actor.ts'
import { daysBetween, localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { extensionOf } from './extend-finding.server.ts'
import { findingCan, findingExtensionBlockers, isClosed, latestFindingExtension } from './finding.ts'
import type { FindingActs } from './finding-acts.ts'
import { questionOf } from './question-of.server.ts'
import { findFixer, findName, findSourceRef, findVersionId, getFinding, listFindingTrail, type Finding } from './queries.server.ts'

/** One finding with everything that its page shows, and what the reader may do with it now. Throws not-found. */
export async function readFinding(ctx: Context, findingId: string) {
  const finding = await getFinding(ctx, findingId)
  const [vendor, { zone }, trail, fixer, owner, sourceRef, question] = await Promise.all([
    getVendor(ctx, finding.vendorId),
    getOrganisation(ctx),
    listFindingTrail(ctx, finding.id),
    findFixer(ctx, finding.id),
    findName(ctx, finding.ownerId),
    findSourceRef(ctx, finding),
    findVersionId(ctx, finding).then((versionId) => questionOf(ctx, { itemId: finding.itemId, versionId })),
  ])
  const today = localDate(ctx.now, zone)
  const daysLeft = daysBetween(today, finding.dueOn)
  const closed = isClosed(finding)
  return {
    finding, trail, question, sourceRef, owner, daysLeft, isClosed: closed, isOverdue: !closed && daysLeft < 0,
    vendor: { id: vendor.id, name: nameIn(ctx.locale, vendor) },
    fixer: fixer?.name ?? undefined,
    acts: actsOf(ctx, finding, { today, zone, fixedByMe: fixer?.kind === 'member' && ctx.actor.kind === 'member' && fixer.id === ctx.actor.userId }),
  }
}

type Now = { today: string; zone: string; fixedByMe: boolean }

/** What the reader may do; the reasons are keys of the findings catalogue. */
function actsOf({ actor }: Context, finding: Finding, { today, zone, fixedByMe }: Now): FindingActs {
  const mayUpdate = can(actor, 'finding.update')
  const mayVerify = can(actor, 'finding.verify')
  const extension = extensionOf(finding, { newDueOn: finding.dueOn, today, zone })
  const latest = latestFindingExtension(extension)
  const [blocker] = findingExtensionBlockers({ ...extension, newDueOn: latest })
  return {
    plan: mayUpdate && findingCan('save_plan', finding),
    fixed: mayUpdate && findingCan('mark_fixed', finding),
    verify: mayVerify && findingCan('verify', finding),
    verifyBlock: fixedByMe ? 'second_person_needed' : undefined,
    extend: mayVerify && !isClosed(finding),
    extendBlock: blocker,
    latest,
  }
}

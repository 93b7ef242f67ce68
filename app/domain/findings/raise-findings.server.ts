import { findings } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Assessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import type { Scored } from '../reviews/score-of.server.ts'
import { findingDueOn } from '../scoring/findings.ts'
import { record } from '../trail/record.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { getVendor } from '../vendors/queries.server.ts'

/** Writes the findings of a decided assessment, one a question, due from the day of the review; part of the caller's write. */
export async function raiseFindings(ctx: Context, { assessment, scored, reviewedOn }: { assessment: Assessment; scored: Scored; reviewedOn: string }): Promise<void> {
  const { compiled, score } = scored
  const vendor = await getVendor(ctx, assessment.vendorId)
  for (const raised of score.findings) {
    const dueOn = findingDueOn(raised, reviewedOn)
    const clauses = compiled.template.questions.find(({ id }) => id === raised.question)?.clauses ?? []
    const [finding] = await ctx.db
      .insert(findings)
      .values({
        orgId: ctx.actor.orgId,
        id: newId(),
        ref: await nextRef(ctx, 'F', 'finding'),
        vendorId: assessment.vendorId,
        source: 'assessment',
        sourceId: assessment.id,
        itemId: raised.question,
        severity: raised.severity,
        text: { zh: raised.rule.zh, en: raised.rule.en },
        clauses,
        isPreContract: raised.preContract,
        status: 'open',
        dueOn,
        firstDueOn: dueOn,
        ownerId: assessment.reviewerId ?? vendor.ownerId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning()
    if (!finding) continue
    await record(ctx, {
      action: 'finding.raise', subjectType: 'finding', subjectId: finding.id, vendorId: finding.vendorId,
      data: { ref: finding.ref, itemId: finding.itemId, severity: finding.severity, dueOn, preContract: finding.isPreContract },
    })
  }
}

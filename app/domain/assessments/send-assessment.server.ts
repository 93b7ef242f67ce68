import { and, eq } from 'drizzle-orm'
import { newId } from '#app/platform/ids.server.ts'
import { assessments, engagements } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { makeLink } from '../portal/make-link.server.ts'
import { publishedQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import { visibleQuestions } from '../questionnaires/visibility.ts'
import type { AnswerValue } from '../questionnaires/template.ts'
import { MODEL_VERSION } from '../scoring/score.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import { getToday } from '../vendors/today.server.ts'
import { linkDays, requireDueDate, sendingStep, type SendingStep } from './due-date.ts'
import { findOpenAssessment, type Assessment } from './queries.server.ts'
import { recipientOf, type RecipientChoice } from './recipient.server.ts'

type Sending = { engagementId: string; to: RecipientChoice; dueOn: string; message?: string }

/**
 * Sends the questionnaire that fits the tier (R7.1.2) to one person of the vendor: the notifier mails it, and the link comes
 * back for *Copy link*, the only time that it can be read. Throws conflict while another request is open or the vendor's
 * status does not allow it.
 */
export async function sendAssessment(ctx: Context, { engagementId, to, dueOn, message }: Sending): Promise<{ assessment: Assessment; link: string }> {
  requirePermission(ctx, 'assessment.send')
  return inTransaction(ctx, async (ctx) => {
    const { engagement, tier } = await getSubmitted(ctx, engagementId)
    const today = await getToday(ctx)
    requireDueDate(dueOn, today)
    if (await findOpenAssessment(ctx, engagement.id)) throw new Problem('conflict', 'assessments.already_open')
    const vendor = await getVendor(ctx, engagement.vendorId)
    const step = sendingStep(vendor, today)
    const contact = await recipientOf(ctx, vendor.id, to)
    const { id: questionnaireVersionId, compiled } = await publishedQuestionnaire(ctx)
    const intake = engagement.intake as Record<string, AnswerValue | undefined> // checked when it was submitted
    const visible = visibleQuestions(compiled, { tier, intake, answers: {}, assessmentDate: today })
    const [assessment] = await ctx.db
      .insert(assessments)
      .values({
        orgId: ctx.actor.orgId, id: newId(), ref: await nextRef(ctx, 'A', 'assessment'), vendorId: vendor.id, engagementId: engagement.id,
        questionnaireVersionId, modelVersion: MODEL_VERSION, tier, profile: tier === 'T4' ? 'lite' : 'full',
        kind: step === 'start_assessment' || step === 'none' ? 'initial' : 'reassessment', status: 'invited',
        contactId: contact.id, message, dueOn, invitedBy: senderId(ctx), invitedAt: ctx.now, requiredCount: visible.length, updatedAt: ctx.now,
      })
      .returning()
    if (!assessment) throw new Error('an insert that returns no row')
    await moveOn(ctx, vendor, step)
    const data = { ref: assessment.ref, title: engagement.title, contactId: contact.id, dueOn, tier, profile: assessment.profile, questions: visible.length, message }
    await record(ctx, { action: 'assessment.send', subjectType: 'assessment', subjectId: assessment.id, vendorId: vendor.id, data })
    const link = await makeLink(ctx, { contactId: contact.id, vendorId: vendor.id, subjectType: 'assessment', subjectId: assessment.id, days: linkDays(today, dueOn) })
    return { assessment, link }
  })
}

async function getSubmitted(ctx: Context, engagementId: string) {
  const [engagement] = await ctx.db
    .select()
    .from(engagements)
    .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, asId(engagementId))))
  if (!engagement) throw new Problem('not-found', 'errors.not_found')
  if (engagement.status !== 'submitted' || !engagement.tier) throw new Problem('conflict', 'assessments.request_not_submitted')
  return { engagement, tier: engagement.tier }
}

async function moveOn(ctx: Context, vendor: Vendor, step: SendingStep) {
  if (step === 'start_assessment' || step === 'reassess') await moveVendor(ctx, { vendorId: vendor.id, action: step })
}

/** The person who sent it; a job has none of its own. */
function senderId({ actor }: Context): string {
  if (actor.kind !== 'member') throw new Problem('forbidden', 'errors.not_allowed')
  return actor.userId
}

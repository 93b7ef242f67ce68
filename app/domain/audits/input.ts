import { z } from 'zod'
import { calendarDate, choice, id, optionalDate, optionalText, revision, text, ticked } from '../input.ts'
import { REASON_CHARACTERS } from '../reason.ts'
import { OUTCOMES } from './outcomes.ts'
import { SPECIAL_AUDIT_TRIGGERS } from './special-audits.ts'

const reason = text(4000, REASON_CHARACTERS)

/** An audit outside the cycle, and what calls for it. */
export const CallAuditInput = z.object({ agreementId: id, trigger: choice(SPECIAL_AUDIT_TRIGGERS) })
export type CallAuditInput = z.infer<typeof CallAuditInput>

/** `auditorFirm` names an external auditor's firm; the lead is then the member who answers for it. */
export const NotifyAuditInput = z.object({ leadAuditorId: id, auditorFirm: optionalText(200), startOn: calendarDate, revision })
export type NotifyAuditInput = z.infer<typeof NotifyAuditInput>

/** One check's outcome. What does not apply, or could not be tested, needs a reason. */
export const RecordResultInput = z
  .object({ outcome: choice(OUTCOMES), note: optionalText(4000), evidence: optionalText(2000), causedByCompany: ticked })
  .superRefine(({ outcome, note }, context) => {
    if ((outcome === 'not_applicable' || outcome === 'not_tested') && !note)
      context.addIssue({ code: 'custom', path: ['note'], message: 'audits.problem.reason_needed' })
  })
export type RecordResultInput = z.infer<typeof RecordResultInput>

export const DraftReportInput = z.object({ summary: text(8000, 10), revision })
export type DraftReportInput = z.infer<typeof DraftReportInput>

/** What the vendor says to the draft report; plans arrive as `plan-AC-…` beside it. */
export const VendorCommentInput = z.object({ comment: optionalText(8000), revision })
export type VendorCommentInput = z.infer<typeof VendorCommentInput>

export const PostponeAuditInput = z.object({ newDueOn: calendarDate, reason, revision })
export type PostponeAuditInput = z.infer<typeof PostponeAuditInput>

export const REFUSAL_GROUNDS = ['in_writing', 'two_notices', 'delay'] as const

/** How the vendor refuses: in writing, by ignoring two notices, or by delay after a written reminder (V-07). */
export const RefusalInput = z
  .object({ ground: choice(REFUSAL_GROUNDS), remindedOn: optionalDate, facts: text(8000, 10), revision })
  .superRefine(({ ground, remindedOn }, context) => {
    if (ground === 'delay' && !remindedOn) context.addIssue({ code: 'custom', path: ['remindedOn'], message: 'form.required' })
  })
export type RefusalInput = z.infer<typeof RefusalInput>

export const CloseAuditInput = z.object({ revision })

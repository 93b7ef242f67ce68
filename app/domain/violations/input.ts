import { z } from 'zod'
import { calendarDate, choice, id, optionalDate, optionalText, revision, text, ticked, wholeNumber } from '../input.ts'
import { REASON_CHARACTERS } from '../reason.ts'
import { VIOLATION_CLASSES } from './case.ts'
import { SEVERITIES } from './severity.ts'
import { REPORTED_SOURCES } from './sources.ts'
import { SUPPLY_CHOICES } from './supply-choices.ts'

const reason = text(4000, REASON_CHARACTERS)
const violationId = z.preprocess((value) => value ?? '', z.string().min(1, 'form.required').regex(/^V-\d\d$/, 'form.choice'))
const infoTypes = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
  z.array(z.string().max(64, 'form.choice')).max(50, 'form.choice'),
)
const optionalCount = z.preprocess((value) => (value === '' ? undefined : value), wholeNumber(0, 2_000_000_000).optional())

/** A suspicion as somebody reports it. */
export const ReportViolationInput = z
  .object({
    vendorId: id,
    violationId,
    source: choice(REPORTED_SOURCES),
    facts: text(8000, 10),
    infoTypes,
    subjectsAffected: optionalCount,
    firstOn: optionalDate,
    lastOn: optionalDate,
    changesPlaceOrSubprocessors: ticked,
  })
  .superRefine(({ firstOn, lastOn }, context) => {
    if (firstOn && lastOn && lastOn < firstOn) context.addIssue({ code: 'custom', path: ['lastOn'], message: 'cases.problem.end_before_start' })
  })
export type ReportViolationInput = z.infer<typeof ReportViolationInput>

/** Triage: class and severity may only get graver; an automatic suspension is kept, lifted with a reason, or proposed and set (rulings 20). */
export const TriageInput = z.object({
  class: choice(VIOLATION_CLASSES),
  severity: choice(SEVERITIES),
  scope: text(4000),
  supply: choice(SUPPLY_CHOICES),
  liftReason: optionalText(2000),
  revision,
})
export type TriageInput = z.infer<typeof TriageInput>

export const DismissInput = z.object({ reason, revision })
export type DismissInput = z.infer<typeof DismissInput>

export const InvestigateInput = z.object({ investigatorId: id, revision })
export type InvestigateInput = z.infer<typeof InvestigateInput>

/** What the vendor is told of the case, in words that it may read. */
export const StatementInput = z.object({ statement: text(8000, REASON_CHARACTERS), revision })
export type StatementInput = z.infer<typeof StatementInput>

export const VendorReplyInput = z.object({ reply: text(20_000) })
export type VendorReplyInput = z.infer<typeof VendorReplyInput>

export const EvidenceInput = z.object({ description: text(500) })
export type EvidenceInput = z.infer<typeof EvidenceInput>

export const ConclusionInput = z.object({ conclusion: reason, revision })
export type ConclusionInput = z.infer<typeof ConclusionInput>

export const CloseClearedInput = z.object({ keepReason: optionalText(2000), revision })
export type CloseClearedInput = z.infer<typeof CloseClearedInput>

/** `aggravated`: the note that makes the violation class T is met (V-11, V-14, V-21). */
export const ConfirmCaseInput = z.object({ reason, aggravated: ticked, revision })
export type ConfirmCaseInput = z.infer<typeof ConfirmCaseInput>

/** Downgrade review: each of the two says whether no customer information was mishandled or exposed, and why. */
export const OpinionInput = z.object({
  as: choice(['compliance_head', 'legal']),
  opinion: choice(['agree', 'refuse']),
  reason,
  conditions: optionalText(4000),
  dueOn: optionalDate,
  revision,
})
export type OpinionInput = z.infer<typeof OpinionInput>

export const RemediateInput = z.object({ conditions: text(4000), dueOn: calendarDate, revision })
export type RemediateInput = z.infer<typeof RemediateInput>

export const RetestInput = z.object({ proof: text(4000, 10), retestPassed: ticked, revision })
export type RetestInput = z.infer<typeof RetestInput>

export const DeliveredInput = z.object({ delivery: text(2000), revision })
export type DeliveredInput = z.infer<typeof DeliveredInput>

export const CompleteStepInput = z.object({ proof: text(4000) })
export type CompleteStepInput = z.infer<typeof CompleteStepInput>

/** A step left out: why, and what shows that it may be. */
export const WaiveStepInput = z.object({ reason, proof: text(4000) })
export type WaiveStepInput = z.infer<typeof WaiveStepInput>

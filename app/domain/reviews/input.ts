import { z } from 'zod'
import { calendarDate, choice, id, optionalText, revision, text } from '../input.ts'

const questionId = z.string({ error: 'form.required' }).regex(/^[A-Z]{2,4}-\d{2,3}$/, 'form.choice')

export const StartReviewInput = z.object({ statement: text(2000, 10) })
export const ApproveInput = z.object({
  questionIds: z.preprocess((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]), z.array(questionId).min(1, 'form.required').max(500)),
})
export const AskInput = z.object({ questionId, question: text(2000) })
export const DropQuestionInput = z.object({ clarificationId: id })
export const NoteInput = z.object({ questionId: questionId.optional(), body: text(4000) })
export const NotApplicableInput = z.object({ questionId, naStatus: choice(['accepted', 'refused']) })
export const EvidenceInput = z.object({ questionId, evidenceId: id, verdict: choice(['verified', 'certified', 'rejected']), reason: optionalText(1000) })
export const CorrectionInput = z.object({ questionId, reason: text(1000) })
export const ReturnInput = z.object({ dueOn: calendarDate })
export const ConfirmInput = z.object({ revision })
export const ProposeInput = z.object({ reason: optionalText(2000) })

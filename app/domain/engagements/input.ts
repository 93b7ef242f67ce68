import { z } from 'zod'
import { choice, optionalId, optionalText, revision, text } from '../input.ts'

/** The part of the intake form that is the engagement's own; its answers are read by the template. */
export const IntakeHeadInput = z.object({ title: text(200), businessOwnerId: optionalId, revision })
export type IntakeHeadInput = z.infer<typeof IntakeHeadInput>

export const CreateEngagementInput = z.object({ title: text(200), businessOwnerId: optionalId })
export type CreateEngagementInput = z.infer<typeof CreateEngagementInput>

/** The requester's statement on conflicts of interest (gate G5): none, or which. */
export const SubmitEngagementInput = z
  .object({ conflict: choice(['none', 'declared']), conflictDetail: optionalText(1000), revision })
  .superRefine(({ conflict, conflictDetail }, context) => {
    if (conflict === 'declared' && !conflictDetail) context.addIssue({ code: 'custom', path: ['conflictDetail'], message: 'form.required' })
  })
export type SubmitEngagementInput = z.infer<typeof SubmitEngagementInput>

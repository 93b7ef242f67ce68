import { readTemplate } from '#app/platform/templates.server.ts'
import { checkAgreementTemplate } from '../agreements/check-template.ts'
import { defaultFor } from '../agreements/parameters.ts'
import type { AgreementTemplate } from '../agreements/template.ts'
import type { Tier } from './due-dates.ts'

/** An agreement's values: those of its frozen text stand above what was typed into the draft. */
export type Agreed = { parameters: Record<string, unknown>; frozenDraft?: { parameters: Record<string, unknown> } | null }

/** A number that an agreement fixes, such as audit_notice_days: its own value, else the template's for the tier. Throws RangeError for a name that is no number. */
export function agreedNumber(agreement: Agreed | undefined, id: string, tier: Tier): number {
  const agreed = agreement?.frozenDraft?.parameters[id] ?? agreement?.parameters[id]
  if (typeof agreed === 'number') return agreed
  const { parameters } = readTemplate<AgreementTemplate>('agreements/authorisation-agreement.yaml', checkAgreementTemplate)
  const parameter = parameters.find((each) => each.id === id)
  const value = parameter && defaultFor(parameter, tier)
  if (typeof value !== 'number') throw new RangeError(`${id} is no number of the agreement`)
  return value
}

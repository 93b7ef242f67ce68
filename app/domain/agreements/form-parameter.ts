import type { Bilingual, IntParameter } from './template.ts'

export const PARAMETER_GROUPS = ['parties', 'service', 'terms', 'liability'] as const
export type ParameterGroup = (typeof PARAMETER_GROUPS)[number]

/** One parameter as the form asks for it. */
export type FormParameter = {
  id: string
  group: ParameterGroup
  kind: 'text' | 'words' | 'date' | 'number' | 'choice' | 'purposes' | 'places'
  label: Bilingual
  /** For numbers: the limits, what holds when it stays empty, and whether a smaller or a larger figure protects better. */
  limits?: { min: number; max: number; default: number; stricter: IntParameter['stricter'] }
  options?: (Bilingual & { v: string })[]
  /** Words, or the option, that stand when nobody changes them. */
  preset?: string | Bilingual
  /** The optional clause that alone uses it. */
  onlyWith?: string
  latest?: string
}

/** Names of the form's inputs; ids are the same, so that a problem's link lands on its field. */
export const nameOf = (id: string) => `parameter-${id}`

import type { Locale } from '#app/i18n/locale.ts'
import { number } from '#app/i18n/format.ts'
import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { DIMENSIONS, type AnswerValue, type Dimension } from '#app/domain/questionnaires/template.ts'
import { optionLabels } from './intake-labels.ts'

/** What was answered in each dimension of inherent risk, in words (scoring.md §13). */
export function chosenLabels({ template, dimensions }: CompiledTemplate, intake: Record<string, AnswerValue>, locale: Locale): Record<Dimension, string[]> {
  const of = (dimension: Dimension): string[] => {
    const { id } = dimensions[dimension].item
    const value = intake[id]
    return typeof value === 'number' ? [number(value, locale)] : optionLabels(template.intake.items, id, value, locale)
  }
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, of(dimension)])) as Record<Dimension, string[]> // one entry a dimension
}

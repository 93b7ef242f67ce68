import type { IntakeItem } from '#app/domain/questionnaires/template.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** The labels of the intake form by field: its head, then each item, its note and its columns in the template's words. */
export function intakeLabels(items: readonly IntakeItem[], t: Translate): Record<string, string> {
  const word = (text: { zh: string; en: string }) => (t.locale === 'en' ? text.en : text.zh)
  const words = items.flatMap((item): [string, string][] => [
    [item.id, word(item)],
    ...(item.type === 'file' ? [['file', word(item)] satisfies [string, string]] : []),
    [`${item.id}.note`, t('engagements.intake.note')],
    ...(item.columns ?? []).map((column): [string, string] => [`${item.id}[].${column.id}`, word(column)]),
  ])
  return { title: t('engagements.intake.service'), businessOwnerId: t('engagements.intake.owner'), ...Object.fromEntries(words) }
}

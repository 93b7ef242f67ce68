import { readIntakeForm } from '#app/domain/engagements/intake-form.ts'
import type { AnswerValue, IntakeItem } from '#app/domain/questionnaires/template.ts'

type Stored = { intake: Record<string, AnswerValue>; notes: Record<string, string> }

/** Stored answers and notes by the names of their fields; tables are not fields. */
export function initialOf({ intake, notes }: Stored): Record<string, string | number | string[]> {
  const values = Object.entries(intake).flatMap(([id, value]): [string, string | number | string[]][] => {
    if (!Array.isArray(value)) return [[id, value]]
    const words = value.filter((each): each is string => typeof each === 'string')
    return words.length === value.length ? [[id, words]] : []
  })
  return Object.fromEntries([...values, ...Object.entries(notes).map(([id, note]) => [`${id}.note`, note] as const)])
}

/** The answers that a refused form came back with; undefined when none was refused. */
export function typedIntake(items: readonly IntakeItem[], refused: object | undefined): Record<string, AnswerValue> | undefined {
  if (!refused || !('values' in refused)) return undefined
  const values = refused.values as Record<string, string | string[]> // as app/http/forms.server.ts sends it back
  return readIntakeForm(items, Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))).intake
}

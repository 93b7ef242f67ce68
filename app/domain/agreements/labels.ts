import type { QuestionnaireTemplate } from '../questionnaires/template.ts'
import type { Bilingual } from './template.ts'

type Words = Record<string, Bilingual>

/** What the codes of intake and questionnaire are called in print. */
export type Labels = { purposes: Words; infoTypes: Words; operations: Words; legalBases: Words; contactRoles: Words }

export function labelsFrom({ intake, questions }: Pick<QuestionnaireTemplate, 'intake' | 'questions'>): Labels {
  const optionsOf = (id: string) => wordsOf(intake.items.find((item) => item.id === id)?.options ?? [])
  const role = questions.find((question) => question.id === 'GOV-02')?.columns?.find((column) => column.id === 'role')?.options
  return {
    purposes: optionsOf('IN-04'),
    infoTypes: optionsOf('IN-06'),
    operations: optionsOf('IN-08'),
    legalBases: optionsOf('IN-17'),
    contactRoles: Array.isArray(role) ? wordsOf(role) : {},
  }
}

/** A code without a label prints as itself. */
export function label(words: Words, code: string): Bilingual {
  return words[code] ?? { zh: code, en: code }
}

function wordsOf(options: (Bilingual & { v: string })[]): Words {
  return Object.fromEntries(options.map(({ v, zh, en }) => [v, { zh, en }]))
}

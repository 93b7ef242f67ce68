import type { AgreementTemplate, Bilingual, Clause, DraftProblem, Holds, Language } from './template.ts'

type Selection = {
  template: AgreementTemplate
  holds: Holds
  /** Optional clauses that a person put in or took out. */
  added?: string[]
  removed?: string[]
}

export type NumberedClause = { no: number; clause: Clause }

/** A reference as the library writes it, with the words that belong to it in either language. */
const REFERENCES: Record<Language, RegExp> = {
  zh: /第?(DPA-\d+[A-Z]?)条?/g,
  en: /(?:[Cc]lause )?(DPA-\d+[A-Z]?)/g,
}
const ARTICLE: Record<Language, (no: number) => string> = { zh: (no) => `第${no}条`, en: (no) => `Article ${no}` }

/** Which clauses the agreement has, numbered 1..n by section and library order (agreement.yaml generation_rules 1–3). */
export function selectClauses(selection: Selection): { clauses: NumberedClause[]; problems: DraftProblem[] } {
  const { template } = selection
  const included = template.clauses.filter((clause) => isIncluded(clause, selection))
  const ordered = template.sections.flatMap((section) => included.filter((clause) => clause.section === section.id))
  return {
    clauses: ordered.map((clause, index) => ({ no: index + 1, clause })),
    problems: [...checkChoices(selection), ...checkGroups(template, included)],
  }
}

/** Replaces DPA-nn by the article number it received; `missing` names references to clauses that are not in the agreement. */
export function resolveReferences(text: string, language: Language, clauses: NumberedClause[]): { text: string; missing: string[] } {
  const numbers = new Map(clauses.map(({ no, clause }) => [clause.id, no]))
  const missing: string[] = []
  const resolved = text.replace(REFERENCES[language], (written, id: string) => {
    const no = numbers.get(id)
    if (no !== undefined) return ARTICLE[language](no)
    missing.push(id)
    return written
  })
  return { text: resolved, missing }
}

/** An article's heading number in both languages. */
export function articleNumber(no: number): Bilingual {
  return { zh: ARTICLE.zh(no), en: ARTICLE.en(no) }
}

function isIncluded(clause: Clause, { holds, added = [], removed = [] }: Selection): boolean {
  if (clause.negotiable === 'optional' && removed.includes(clause.id)) return false
  if (clause.include_when && holds(clause.include_when)) return true
  if (clause.mandatory) return clause.include_when === undefined
  return clause.negotiable === 'optional' && added.includes(clause.id)
}

function checkChoices({ template, added = [], removed = [] }: Selection): DraftProblem[] {
  const optional = new Set(template.clauses.filter((clause) => clause.negotiable === 'optional').map((clause) => clause.id))
  return [
    ...added.filter((id) => !optional.has(id)).map((id) => ({ code: 'agreementDraft.problem.clause_not_addable', data: { clause: id } })),
    ...removed.filter((id) => !optional.has(id)).map((id) => ({ code: 'agreementDraft.problem.clause_not_removable', data: { clause: id } })),
  ]
}

function checkGroups(template: AgreementTemplate, included: Clause[]): DraftProblem[] {
  return template.exclusive_groups.flatMap(({ id, exactly_one }) => {
    const members = included.filter((clause) => clause.exclusive_group === id)
    if (members.length > 1) {
      return [{ code: 'agreementDraft.problem.group_conflict', data: { group: id, clauses: members.map((each) => each.id).join(', ') } }]
    }
    const choices = template.clauses.filter((clause) => clause.exclusive_group === id).map((clause) => clause.id)
    return exactly_one && members.length === 0
      ? [{ code: 'agreementDraft.problem.group_empty', data: { group: id, clauses: choices.join(', ') } }]
      : []
  })
}

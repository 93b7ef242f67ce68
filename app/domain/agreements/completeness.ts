import type { Article, Draft } from './draft.ts'
import type { Schedule } from './schedules.ts'
import type { Bilingual, CompletenessLibrary, Holds, Requirement, ScheduleId } from './template.ts'

export type CompletenessRow = {
  id: string
  source: Bilingual
  /** Article of the law or path in the company regulation. */
  article: string
  requirement: Bilingual
  /** Clauses of the agreement that answer it. */
  clauses: { id: string; heading: Bilingual }[]
  satisfied: boolean
  /** Clause and schedule ids that should be there and are not. */
  missing: string[]
}

type Text = { articles: Article[]; schedules: Schedule[]; holds: Holds }

/** What law and regulation ask of this agreement and where it says so (PIPL 20–41, CN-NDR 12, GDPR 28(3), R7.2). */
export function completenessTable(library: CompletenessLibrary, text: Text): CompletenessRow[] {
  return library.requirements.filter(({ when }) => when === undefined || text.holds(when)).map((requirement) => {
    const named = [...(requirement.all_of ?? []), ...(requirement.any_of ?? [])]
    const missing = missingParts(requirement, text)
    const source = library.sources.find(({ id }) => id === requirement.source)
    return {
      id: requirement.id,
      source: { zh: source?.zh ?? requirement.source, en: source?.en ?? requirement.source },
      article: requirement.article,
      requirement: { zh: requirement.zh, en: requirement.en },
      clauses: text.articles.filter(({ id }) => named.includes(id)).map(({ id, heading }) => ({ id, heading })),
      satisfied: missing.length === 0,
      missing,
    }
  })
}

/** Everything that keeps the draft from being given to compliance. */
export function countProblems(draft: Pick<Draft, 'problems'>, completeness: Pick<CompletenessRow, 'satisfied'>[]): number {
  return draft.problems.length + completeness.filter(({ satisfied }) => !satisfied).length
}

function missingParts({ all_of: all = [], any_of: some = [], schedules = [] }: Requirement, text: Text): string[] {
  const present = new Set(text.articles.map(({ id }) => id))
  return [
    ...all.filter((id) => !present.has(id)),
    ...(some.length > 0 && !some.some((id) => present.has(id)) ? some : []),
    ...schedules.filter((id) => !hasContent(id, text.schedules)),
  ]
}

/** A list of sub-processors that says "none" is content; an empty scope or list of measures is not. */
function hasContent(id: ScheduleId, schedules: Schedule[]): boolean {
  const schedule = schedules.find((each) => each.id === id)
  return schedule !== undefined && (schedule.rows.length > 0 || id === 'S3')
}

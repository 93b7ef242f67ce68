import { readTemplate } from '#app/platform/templates.server.ts'

type Clause = { id: string; title: { zh: string; en: string }; duty: { zh: string; en: string } }

type Regulation = { clauses: { id: string; title_zh: string; title_en: string; duty_zh: string; duty_en: string }[] }

let known: Map<string, Clause> | undefined

/** A clause of the regulation by its id; undefined for an id that it does not have. */
export function findClause(id: string): Clause | undefined {
  known ??= new Map(
    readTemplate<Regulation>('regulation.yaml').clauses.map((each) => [
      each.id,
      { id: each.id, title: { zh: each.title_zh, en: each.title_en }, duty: { zh: each.duty_zh, en: each.duty_en } },
    ]),
  )
  return known.get(id)
}

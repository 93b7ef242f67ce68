import type { Locale } from '#app/i18n/locale.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { checkRegulation, type MechanismKind, type RegulationTemplate } from './regulation.ts'

type Mechanism = { kind: MechanismKind; refs: { id: string; name?: string }[] }
export type ClauseView = {
  id: string
  path: string
  title: string
  duty: string
  bearer: 'company' | 'vendor' | 'both'
  mechanisms: Mechanism[]
  violations: { id: string; name?: string }[]
}
export type Chapter = { id: string; title: string; clauses: ClauseView[] }

/** The regulation as chapters in one language, each clause with its duty, bearer and what enforces it. Throws TemplateProblem for a broken file. */
export function readRegulation(locale: Locale): Chapter[] {
  const { clauses } = readTemplate<RegulationTemplate>('regulation.yaml', checkRegulation)
  const named = (id: string) => ({ id, name: names(locale).get(id) })
  const chapters: Chapter[] = []
  for (const clause of clauses) {
    const title = locale === 'en' ? clause.title_en : clause.title_zh
    const view: ClauseView = {
      id: clause.id,
      path: clause.path,
      title,
      duty: locale === 'en' ? clause.duty_en : clause.duty_zh,
      bearer: clause.bearer,
      mechanisms: clause.mechanisms.map(({ kind, refs }) => ({ kind, refs: refs.map(named) })),
      violations: (clause.violations ?? []).map(named),
    }
    if (clause.kind === 'preamble') chapters.push({ id: clause.id, title, clauses: [view] })
    else chapters.at(-1)?.clauses.push(view)
  }
  return chapters
}

// Where the things that enforce a clause have their names.
const SOURCES: [file: string, path: string[]][] = [
  ['regulation.yaml', ['platform_controls']],
  ['questionnaires/default-security-privacy.yaml', ['intake', 'items']],
  ['questionnaires/default-security-privacy.yaml', ['questions']],
  ['agreements/authorisation-agreement.yaml', ['clauses']],
  ['audits/programme.yaml', ['checks']],
  ['audits/programme.yaml', ['internal_quarterly_check', 'items']],
  ['audits/programme.yaml', ['annual_use_review', 'items']],
  ['audits/programme.yaml', ['calendar', 'jobs']],
  ['alerts/alerts.yaml', ['alerts']],
  ['violations/violations.yaml', ['violations']],
]

type Named = { id: string; zh?: string; en?: string; title_zh?: string; title_en?: string }

const known = new Map<Locale, Map<string, string>>()

function names(locale: Locale): Map<string, string> {
  const kept = known.get(locale)
  if (kept) return kept
  const found = new Map<string, string>()
  for (const [file, path] of SOURCES) {
    const items = path.reduce<unknown>((doc, key) => (doc as Record<string, unknown>)[key], readTemplate(file)) as Named[]
    for (const { id, zh, en, title_zh, title_en } of items) {
      const name = locale === 'en' ? (title_en ?? en) : (title_zh ?? zh)
      if (name !== undefined) found.set(id, name)
    }
  }
  known.set(locale, found)
  return found
}

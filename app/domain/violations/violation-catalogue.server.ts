import { readTemplate } from '#app/platform/templates.server.ts'
import type { Bilingual, QuestionnaireTemplate } from '../questionnaires/template.ts'
import type { ViolationClass } from './case.ts'
import type { Severity } from './severity.ts'
import type { TerminationStepId } from './termination.ts'
import type { Violation, WorkflowStep } from './violation.ts'

type Row = {
  id: string
  class: ViolationClass
  severity: Severity
  zh: string
  en: string
  evidence_zh: string
  evidence_en: string
  note_kind?: 'exempting' | 'defining' | 'aggravating' | 'mitigating'
  note_zh?: string
  note_en?: string
  detected_by: string[]
  clauses: string[]
  dpa: string[]
  dpa31_item: string
}
type Step = { id: TerminationStepId; zh: string; en: string; deadline_zh: string; deadline_en: string }
type Book = { violations: Row[]; termination_workflow: { steps: Step[] } }

const book = () => readTemplate<Book>('violations/violations.yaml')

let known: Violation[] | undefined

/** Every violation in the template's order. */
export function listViolations(): Violation[] {
  return (known ??= book().violations.map(asViolation))
}

export function findViolation(id: string): Violation | undefined {
  return listViolations().find((violation) => violation.id === id)
}

/** Throws RangeError for an id that the template does not have. */
export function getViolation(id: string): Violation {
  const violation = findViolation(id)
  if (!violation) throw new RangeError(`no violation ${id}`)
  return violation
}

/** The violation that a failed audit check points to: the one that names the check, else the first on the same article of the agreement. */
export function violationOfCheck(check: { id: string; dpa: readonly string[] }): Violation | undefined {
  const all = listViolations()
  return all.find(({ detectedBy }) => detectedBy.includes(check.id)) ?? all.find(({ dpa }) => dpa.some((article) => check.dpa.includes(article)))
}

/** W-01 … W-17 with their words. */
export function listWorkflowSteps(): WorkflowStep[] {
  return book().termination_workflow.steps.map(({ id, zh, en, deadline_zh, deadline_en }) => ({
    id, name: { zh, en }, deadline: { zh: deadline_zh, en: deadline_en },
  }))
}

/** What customer information is called (IN-06), for the types that a case is about. */
export function listInfoTypes(): (Bilingual & { v: string })[] {
  const { intake } = readTemplate<QuestionnaireTemplate>('questionnaires/default-security-privacy.yaml')
  return (intake.items.find(({ id }) => id === 'IN-06')?.options ?? []).filter(({ exclusive }) => !exclusive).map(({ v, zh, en }) => ({ v, zh, en }))
}

function asViolation(row: Row): Violation {
  const note = row.note_kind && row.note_zh && row.note_en ? { kind: row.note_kind, zh: row.note_zh, en: row.note_en } : undefined
  return {
    id: row.id, class: row.class, severity: row.severity, note, detectedBy: row.detected_by, clauses: row.clauses, dpa: row.dpa,
    noticeGround: row.dpa31_item,
    name: { zh: row.zh, en: row.en }, evidence: { zh: row.evidence_zh, en: row.evidence_en },
  }
}

import { readTemplate } from '#app/platform/templates.server.ts'
import type { Bilingual, Condition } from '../questionnaires/template.ts'
import type { Severity } from '../violations/severity.ts'
import type { AuditCheck, AuditDepth } from './checks.ts'

/** A check of the programme with its words (templates/audits). */
export type ProgrammeCheck = AuditCheck<Condition> & {
  area: string
  name: Bilingual
  test: Bilingual
  evidence: Bilingual
  sampling: Bilingual
  clauses: string[]
  dpa: string[]
  questions: string[]
}

type Row = {
  id: string
  area: string
  zh: string
  en: string
  test_zh: string
  test_en: string
  evidence_zh: string
  evidence_en: string
  sampling_zh: string
  sampling_en: string
  clauses: string[]
  dpa: string[]
  questions: string[]
  fail_severity: Severity
  depths: AuditDepth[]
  applies_if?: Condition
}
type Programme = { checks: Row[] }

const programme = () => readTemplate<Programme>('audits/programme.yaml')

let known: ProgrammeCheck[] | undefined

/** Every check in the programme's order. */
export function listChecks(): ProgrammeCheck[] {
  return (known ??= programme().checks.map(asCheck))
}

function asCheck({ zh, en, test_zh, test_en, evidence_zh, evidence_en, sampling_zh, sampling_en, ...row }: Row): ProgrammeCheck {
  return {
    ...row,
    name: { zh, en },
    test: { zh: test_zh, en: test_en },
    evidence: { zh: evidence_zh, en: evidence_en },
    sampling: { zh: sampling_zh, en: sampling_en },
  }
}

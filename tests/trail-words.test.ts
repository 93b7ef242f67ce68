import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AGREEMENT_TRANSITIONS } from '#app/domain/agreements/agreement.ts'
import { ASSESSMENT_TRANSITIONS } from '#app/domain/assessments/assessment.ts'
import { AUDIT_TRANSITIONS } from '#app/domain/audits/audit.ts'
import { VENDOR_TRANSITIONS } from '#app/domain/vendors/vendor.ts'
import { CASE_TRANSITIONS } from '#app/domain/violations/case.ts'
import words from '#app/i18n/en/trail.ts'

const sources = readdirSync('app/domain', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.server.ts'))
  .map((name) => readFileSync(`app/domain/${name}`, 'utf8'))

const written = sources.flatMap((source) => [...source.matchAll(/\baction: '([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1]!))
const moved = Object.entries({ agreement: AGREEMENT_TRANSITIONS, assessment: ASSESSMENT_TRANSITIONS, audit: AUDIT_TRANSITIONS, vendor: VENDOR_TRANSITIONS, case: CASE_TRANSITIONS }).flatMap(
  ([subject, transitions]) => transitions.map(({ action }) => `${subject}.${action}`),
)
const acts: Record<string, Record<string, string>> = words.action

test('every act that the trail records has words of its own', () => {
  const all = [...new Set([...written, ...moved])]
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter((action) => acts[action.split('.')[0]!]?.[action.split('.')[1]!] === undefined)).toEqual([])
})

test('every subject that the trail names has a word', () => {
  const subjects = [...new Set(sources.flatMap((source) => [...source.matchAll(/subjectType: '([a-z_]+)'/g)].map((match) => match[1]!)))]
  expect(subjects.filter((subject) => !(subject in words.subject))).toEqual([])
})

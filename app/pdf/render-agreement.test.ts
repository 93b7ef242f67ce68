import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { Problem } from '#app/domain/errors.ts'
import { EXAMPLE_ANSWERS, EXAMPLE_INTAKE, exampleInput } from '#tests/support/agreement-example.ts'
import { renderAgreementFile } from './render-agreement.server.ts'

const { parameters, contacts, subProcessors } = exampleInput()
const FILE = {
  tier: 'T2', issued_at: '2026-11-24T02:00:00Z', home_country: 'CN', intake: EXAMPLE_INTAKE, parameters, contacts, sub_processors: subProcessors,
  answers: Object.fromEntries(EXAMPLE_ANSWERS.map(({ question, value }) => [question, value])),
  scope_defaults: { max_records_per_day: 5000, max_export_per_event: 500, hours: '08:00-20:00', recipients: ['our-sftp'] },
}
const render = (changes: object = {}, lang: 'zh' | 'en' | 'both' = 'both') => renderAgreementFile(stringify({ ...FILE, ...changes }), { lang })

function problemOf(attempt: () => unknown): Problem {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('an agreement from a file', () => {
  test.each(['zh', 'en', 'both'] as const)('%s', (lang) => {
    expect(render({}, lang).subarray(0, 8).toString()).toBe('%PDF-1.7')
  })

  test('the same file gives the same bytes', () => {
    expect(render().equals(render())).toBe(true)
    expect(render().equals(render({ version: 2 }))).toBe(false)
  })

  test('JSON is YAML too', () => {
    expect(renderAgreementFile(JSON.stringify(FILE), { lang: 'both' }).equals(render())).toBe(true)
  })
})

describe('refuses', () => {
  test('a file that is no YAML', () => {
    expect(problemOf(() => renderAgreementFile('a: [', { lang: 'zh' })).key).toBe('agreementDraft.file_invalid')
  })

  test('a file of another shape, naming every place', () => {
    const { key, fields } = problemOf(() => render({ tier: 'T9', issued_at: 'yesterday', nonsense: 1 }))
    expect(key).toBe('agreementDraft.file_invalid')
    expect(fields.map(({ field }) => field)).toEqual(['tier', 'issued_at', ''])
  })

  test('an agreement that may not be generated, with every reason', () => {
    const { key, fields } = problemOf(() => render({ contacts: [], parameters: { ...parameters, auth_end: '2031-01-01' } }))
    expect(key).toBe('agreementDraft.cannot_generate')
    expect(fields.map(({ key: code }) => code)).toEqual([
      'agreementDraft.problem.authorisation_too_long', ...Array.from({ length: 4 }, () => 'agreementDraft.problem.contact_missing'),
    ])
  })
})

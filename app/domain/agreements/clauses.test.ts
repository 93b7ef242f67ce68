import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { articleNumber, resolveReferences, selectClauses } from './clauses.ts'
import type { Clause, Condition } from './template.ts'

const { library } = exampleInput()
const { template } = library

const FACTS = ['sensitive_pi', 'minors', 'vendor_stores', 'cross_border', 'eu_subjects', 'ai_use', 'automated_decision', 'fin_cn', 'fin_eu']
const ROLES = ['entrusted', 'joint', 'independent']

function holdsWith(facts: Record<string, boolean>, critical = false) {
  const holds = (condition: Condition): boolean => {
    if ('all' in condition) return condition.all.every(holds)
    if ('any' in condition) return condition.any.some(holds)
    if ('not' in condition) return !holds(condition.not)
    return 'fact' in condition ? (facts[condition.fact] ?? false) === condition.v : critical
  }
  return holds
}

const worlds = fc.record({ role: fc.constantFrom(...ROLES), critical: fc.boolean(), facts: fc.record(Object.fromEntries(FACTS.map((fact) => [fact, fc.boolean()]))) })

function selectedFor({ role, critical, facts }: { role: string; critical: boolean; facts: Record<string, boolean> }) {
  return selectClauses({ template, holds: holdsWith({ ...facts, [role]: true }, critical) })
}

describe('choosing clauses', () => {
  test('whatever the facts, there is exactly one clause of each exclusive group', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { clauses, problems } = selectedFor(world)
        for (const { id } of template.exclusive_groups) {
          expect(clauses.filter(({ clause }) => clause.exclusive_group === id)).toHaveLength(1)
        }
        expect(problems).toEqual([])
      }),
    )
  })

  test('whatever the facts, articles count 1..n by section and library order', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { clauses } = selectedFor(world)
        expect(clauses.map(({ no }) => no)).toEqual(clauses.map((_, index) => index + 1))
        const places = clauses.map(({ clause }) => [sectionAt(clause), libraryAt(clause)] as const)
        for (const [index, [section, place]] of places.slice(1).entries()) {
          const [sectionBefore, placeBefore] = places[index] ?? [0, 0]
          expect(section > sectionBefore || (section === sectionBefore && place > placeBefore)).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['DPA-10', 'sensitive_pi'],
    ['DPA-11', 'minors'],
    ['DPA-17', 'vendor_stores'],
    ['DPA-22', 'cross_border'],
    ['DPA-23', 'eu_subjects'],
    ['DPA-40', 'ai_use'],
    ['DPA-40', 'automated_decision'],
    ['DPA-41', 'fin_cn'],
    ['DPA-42', 'fin_eu'],
    ['DPA-33', 'fin_cn'],
    ['DPA-33', 'fin_eu'],
  ])('%s is there exactly when %s holds', (id, fact) => {
    expect(idsWith({ entrusted: true, [fact]: true })).toContain(id)
    expect(idsWith({ entrusted: true })).not.toContain(id)
  })

  test('exit and transition comes with a critical business', () => {
    const { clauses } = selectClauses({ template, holds: holdsWith({ entrusted: true }, true) })
    expect(clauses.map(({ clause }) => clause.id)).toContain('DPA-33')
  })

  test('localisation steps back for a cross-border service', () => {
    expect(idsWith({ entrusted: true })).toContain('DPA-22L')
    expect(idsWith({ entrusted: true, cross_border: true })).not.toContain('DPA-22L')
  })

  test('a mandatory clause whose condition is false stays out', () => {
    expect(idsWith({ joint: true })).not.toContain('DPA-03')
    expect(idsWith({ joint: true })).toContain('DPA-03J')
  })

  test('every mandatory clause without a condition is always there', () => {
    const ids = idsWith({ entrusted: true })
    const mandatory = template.clauses.filter((clause) => clause.mandatory && !clause.include_when)
    expect(mandatory.length).toBeGreaterThan(25)
    for (const { id } of mandatory) expect(ids).toContain(id)
  })

  test('no role is a problem, two roles are a conflict', () => {
    expect(selectClauses({ template, holds: holdsWith({}) }).problems).toEqual([
      { code: 'agreementDraft.problem.group_empty', data: { group: 'role', clauses: 'DPA-03, DPA-03J, DPA-03P' } },
    ])
    expect(selectClauses({ template, holds: holdsWith({ entrusted: true, joint: true }) }).problems).toEqual([
      { code: 'agreementDraft.problem.group_conflict', data: { group: 'role', clauses: 'DPA-03, DPA-03J' } },
    ])
  })

  test('a person may add an optional clause and leave it out again', () => {
    const holds = holdsWith({ entrusted: true })
    const ids = (added: string[], removed: string[] = []) =>
      selectClauses({ template, holds, added, removed }).clauses.map(({ clause }) => clause.id)
    expect(ids([])).not.toContain('DPA-35')
    expect(ids(['DPA-35'])).toContain('DPA-35')
    expect(ids(['DPA-35'], ['DPA-35'])).not.toContain('DPA-35')
  })

  test('nobody adds or removes a clause that is not optional', () => {
    const { clauses, problems } = selectClauses({ template, holds: holdsWith({ entrusted: true }), added: ['DPA-41'], removed: ['DPA-26'] })
    expect(problems.map(({ code, data }) => [code, data.clause])).toEqual([
      ['agreementDraft.problem.clause_not_addable', 'DPA-41'],
      ['agreementDraft.problem.clause_not_removable', 'DPA-26'],
    ])
    expect(clauses.map(({ clause }) => clause.id)).toContain('DPA-26')
    expect(clauses.map(({ clause }) => clause.id)).not.toContain('DPA-41')
  })
})

describe('references between clauses', () => {
  const { clauses } = selectClauses({ template, holds: holdsWith({ entrusted: true }) })
  const no = clauses.find(({ clause }) => clause.id === 'DPA-30')?.no

  test.each([
    ['zh', '按第DPA-30条返还、删除', `按第${no}条返还、删除`],
    ['zh', '第DPA-30条第1款', `第${no}条第1款`],
    ['en', 'certifies under clause DPA-30; files', `certifies under Article ${no}; files`],
    ['en', 'After termination under DPA-30 transition', `After termination under Article ${no} transition`],
  ] as const)('%s: %s', (language, written, expected) => {
    expect(resolveReferences(written, language, clauses)).toEqual({ text: expected, missing: [] })
  })

  test('a clause that is not in the agreement is named as missing', () => {
    expect(resolveReferences('第DPA-42条', 'zh', clauses).missing).toEqual(['DPA-42'])
  })

  test('an article is 第12条 and Article 12', () => {
    expect(articleNumber(12)).toEqual({ zh: '第12条', en: 'Article 12' })
  })
})

function idsWith(facts: Record<string, boolean>): string[] {
  return selectClauses({ template, holds: holdsWith(facts) }).clauses.map(({ clause }) => clause.id)
}

function sectionAt(clause: Clause): number {
  return template.sections.findIndex(({ id }) => id === clause.section)
}

function libraryAt(clause: Clause): number {
  return template.clauses.findIndex(({ id }) => id === clause.id)
}

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { checkRegulation, type ClauseTemplate, type RegulationTemplate } from './regulation.ts'
import { readRegulation } from './regulation.server.ts'

const template = () => parse(readFileSync('templates/regulation.yaml', 'utf8')) as RegulationTemplate
const messages = (change: (clause: ClauseTemplate, all: ClauseTemplate[]) => void) => {
  const copy = template()
  change(copy.clauses[1]!, copy.clauses)
  return checkRegulation(copy).map(({ message }) => message)
}

test('the regulation as it stands has no fault', () => {
  expect(checkRegulation(template())).toEqual([])
})

test.each([
  ['nothing enforces this clause', (clause: ClauseTemplate) => void (clause.mechanisms = [])],
  ['duty_en is missing', (clause: ClauseTemplate) => void (clause.duty_en = ' ')],
  ['this id is used twice', (_: ClauseTemplate, all: ClauseTemplate[]) => void all.push({ ...all[1]! })],
  ['an id is R<chapter>.<section>.<item>, or R<chapter>.0', (clause: ClauseTemplate) => void (clause.id = 'R1.1')],
  ['the bearer is company, vendor or both', (clause: ClauseTemplate) => void (clause.bearer = 'nobody' as never)],
  ['each mechanism has a known kind and names what it is', (clause: ClauseTemplate) => void (clause.mechanisms[0]!.refs = [])],
])('says that %s', (message, change) => {
  const [first, ...more] = messages(change)
  expect(first).toContain(message)
  expect(more).toEqual([])
})

test('every clause stands in its chapter, in both languages', () => {
  const [en, zh] = [readRegulation('en'), readRegulation('zh-CN')]
  expect(en.flatMap(({ clauses }) => clauses).length).toBe(template().clauses.length)
  for (const [index, { id, clauses }] of en.entries()) {
    for (const clause of clauses) expect(clause.id.slice(0, 2)).toBe(id.slice(0, 2))
    expect(zh[index]!.clauses.map((clause) => clause.id)).toEqual(clauses.map((clause) => clause.id))
  }
  expect(zh.flatMap(({ clauses }) => clauses).every(({ duty, title }) => /[\u4e00-\u9fff]/.test(duty + title))).toBe(true)
})

test('what enforces a clause has a name wherever a template gives one', () => {
  const refs = readRegulation('en').flatMap(({ clauses }) => clauses.flatMap(({ mechanisms }) => mechanisms))
  const unnamed = refs.filter(({ kind }) => kind !== 'scoring_knockout' && kind !== 'access_log_rule').flatMap(({ refs }) => refs.filter(({ name }) => !name))
  expect(unnamed).toEqual([])
})

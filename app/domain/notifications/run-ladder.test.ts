import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AlertBook } from './alert.ts'
import { ladderCase } from './input.ts'
import type { LadderCase } from './ladder-case.ts'
import { runLadder, type CaseRow } from './run-ladder.ts'

type Written = { title: string; play: LadderCase; only?: CaseRow['status']; expect: Partial<CaseRow>[] }

const read = (path: string): unknown => parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
const { alerts } = read('templates/alerts/alerts.yaml') as AlertBook
const { calendar, cases } = read('tests/fixtures/ladder-cases.yaml') as { calendar: LadderCase['calendar']; cases: Written[] }

test.each(cases)('$title', ({ play, only, expect: expected }) => {
  const rows = runLadder({ calendar, ...play }, alerts).filter((row) => only === undefined || row.status === only)
  const compared = rows.map((row, index) => narrowedTo(expected[index] ?? { at: '', alert: '', stage: '', status: 'sent' }, row))
  expect(compared).toEqual(expected)
})

function narrowedTo(written: Partial<CaseRow>, row: CaseRow): Partial<CaseRow> {
  const keys = Object.keys(written) as (keyof CaseRow)[]
  return Object.fromEntries(keys.map((key) => [key, key === 'at' ? row.at.slice(0, written.at?.length || undefined) : row[key]]))
}

test('every story has the form that a file of stories must have', () => {
  for (const { title, play } of cases) expect(ladderCase.safeParse(play), title).toMatchObject({ success: true, data: play })
})

describe('a case that cannot be played says why', () => {
  test('an alert that does not exist', () => {
    expect(() => runLadder({ alert: 'N-99', subject: {}, runs: ['2027-01-01T09:00'] }, alerts)).toThrow('no such alert: N-99')
  })

  test('a key that means nothing', () => {
    const { error } = ladderCase.safeParse({ alert: 'N-01', subject: { dew: '2027-03-01' }, runs: ['yesterday'] })
    expect(error?.issues.map((issue) => issue.path.join('.') || issue.code)).toEqual(['subject', 'runs.0'])
  })

  test('a time that does not exist', () => {
    expect(() => runLadder({ alert: 'N-01', subject: { due: '2027-03-01' }, runs: ['2027-02-30'] }, alerts)).toThrow('not a time: 2027-02-30')
  })
})

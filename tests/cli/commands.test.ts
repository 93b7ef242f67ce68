import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Ran = { code: number | null; out: string; err: string }

/** Runs `custodia …` as a person does; `input` is standard input. */
function custodia(words: string[], input = '', env: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/custodia.ts', ...words], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}

test('score gives the worked examples to the digit, with rule ids alone', async () => {
  const file = 'tests/fixtures/scoring-examples.yaml'
  const { examples } = parse(fs.readFileSync(file, 'utf8')) as { examples: { id: string; expect: { rules: string[] } }[] }
  const { code, out } = await custodia(['score', file])
  expect(code).toBe(0)
  const scored = JSON.parse(out) as Record<string, unknown>[]
  examples.forEach(({ id, expect: wanted }, index) => {
    const rules = [...new Set(wanted.rules.map((rule) => rule.split(' ')[0]))]
    expect(scored[index]).toMatchObject({ id, ...wanted, rules })
    expect(scored[index]!.explanation).toBeTruthy()
  })
})

test('score reads JSON from standard input', async () => {
  const { code, out } = await custodia(['score', '-'], JSON.stringify({ assessment_date: '2026-11-24', intake: minimalIntake, answers: {} }))
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([{ CE_bp: 0, decision: 'reject' }])
})

test.each([
  ['an unknown option', { answers: { 'GOV-01': { v: 'gold_medal' } } }, /GOV-01/],
  ['a day that does not exist', { assessment_date: '2026-02-30' }, /assessment_date/],
  ['an unknown question', { answers: { 'ZZZ-01': { v: 'yes' } } }, /ZZZ-01/],
])('score refuses %s with a sentence, not a stack', async (_name, change, sentence) => {
  const { code, out, err } = await custodia(['score', '-'], JSON.stringify({ assessment_date: '2026-11-24', intake: minimalIntake, answers: {}, ...change }))
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(sentence)
  expect(err).not.toMatch(/\n\s+at /)
})

test('dates gives every vector of the programme its expected result', async () => {
  const { code, out } = await custodia(['dates', 'templates/audits/programme.yaml'])
  const vectors = JSON.parse(out) as { expect: string; result: string }[]
  expect(code).toBe(0)
  expect(vectors.length).toBeGreaterThan(30)
  expect(vectors.map(({ result }) => result)).toEqual(vectors.map(({ expect: wanted }) => wanted))
})

test('ladder plays a story without a database', async () => {
  const story = 'alert: [N-01, N-02]\nsubject: {created: 2027-02-26, due: 2027-03-01}\ndaily: {from: 2027-02-26, to: 2027-03-01}\n'
  const { code, out } = await custodia(['ladder', '-'], story)
  expect(code).toBe(0)
  const rows = (JSON.parse(out) as { stage: string; status: string }[][])[0]!
  expect(rows.filter(({ status }) => status === 'sent').map(({ stage }) => stage)).toEqual(['T-7', 'T-1', 'T0'])
})

test.each([[[]], [['nonsense']], [['score']], [['notify']], [['notify', '--at', 'yesterday']], [['score', '--loud', 'x']]])('wrong usage ends with 2: %j', async (words) => {
  const { code, out, err } = await custodia(words)
  expect(code).toBe(2)
  expect(`${out}${err}`).toContain('usage: npm run -s custodia')
})

test('a missing file and a broken file are said plainly', async () => {
  expect(await custodia(['score', 'nowhere.yaml'])).toMatchObject({ code: 1, err: expect.stringContaining('there is no such file') })
  expect(await custodia(['dates', '-'], '[{fn: add_days, args: [')).toMatchObject({ code: 1, out: '' })
})

test('every wrong environment variable is named at once', async () => {
  const { code, err } = await custodia(['migrate'], '', { PORT: 'many', CUSTODIA_MODE: 'play', DATABASE_URL: 'mysql://x', TRUST_PROXY: '-1' })
  expect(code).toBe(1)
  for (const name of ['PORT', 'CUSTODIA_MODE', 'DATABASE_URL', 'TRUST_PROXY']) expect(err).toContain(name)
})

const minimalIntake = {
  'IN-06': ['contact'], 'IN-07': 10, 'IN-08': ['view'], 'IN-09': 'masked_feed', 'IN-11': 'same_jurisdiction', 'IN-12': 'none', 'IN-13': 'low', 'IN-14': 'easy',
  'IN-20': 'no', 'IN-21': 'no', 'IN-22': 'no', 'IN-23': 'entrusted',
}

import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { compileTemplate, type CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { EVIDENCE_STATUSES, type Answer, type AnswerValue, type QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'
import { scoreAssessment, type Score, type ScoreInput } from '#app/domain/scoring/score.ts'
import { projectRoot } from '#app/platform/root.server.ts'
import { inTurn, perSecond } from './in-turn.ts'
import { peakMb } from './peak-memory.ts'
import { mustEqual, type Options, type Result, type Workload } from './workload.ts'

export const workload: Workload = {
  name: 'score',
  about: 'The whole risk model over synthetic assessments in one thread: visibility, evidence, sections, gates, findings, decision and trace.',
  run,
}

const DIFFERENT = 2000
const DATE = '2026-11-24'

async function run(options: Options): Promise<Result> {
  const file = path.join(projectRoot(), 'templates/questionnaires/default-security-privacy.yaml')
  const template = parse(fs.readFileSync(file, 'utf8')) as QuestionnaireTemplate
  const compiled = compileTemplate(template)
  const random = dice(20261124)
  const inputs = Array.from({ length: DIFFERENT }, () => anAssessment(template, random))
  const scores = inputs.map((input) => scoreAssessment(compiled, input))
  checkAgain(template, inputs, scores)
  const comparisons = []
  for (const assessments of options.quick ? [2000] : [1000, 10_000, 100_000]) {
    const packed = pack(scores)
    const sums = { ours: 0, reference: 0 }
    const ours = () => (sums.ours = eachOf(assessments, (at) => scoreAssessment(compiled, inputs[at]!).ceBp))
    const reference = () => (sums.reference = eachOf(assessments, (at) => weightedMean(compiled, packed, at)))
    comparisons.push(
      await inTurn(options, {
        what: assessments.toLocaleString('en-GB'),
        unit: 'assessments/s',
        ours: () => perSecond(assessments, ours),
        reference: () => perSecond(assessments, reference),
        referenceName: 'the weighted means alone, over packed numbers',
        checked: 'sum of effectiveness',
      }),
    )
    mustEqual('sum of effectiveness', sums.ours, sums.reference)
  }
  const bands = ['A', 'B', 'C', 'D', 'E'].map((band) => `${band} ${scores.filter((score) => score.band === band).length}`)
  return {
    comparisons,
    notes: [
      `${DIFFERENT.toLocaleString('en-GB')} different assessments of ${template.questions.length} questions in turn; bands ${bands.join(', ')}; a template compiled anew gave each the same score to the bit`,
      `most memory of the process ${peakMb()?.toFixed(0)} MB`,
    ],
  }
}

function eachOf(assessments: number, score: (at: number) => number): number {
  let sum = 0
  for (let done = 0; done < assessments; done++) sum += score(done % DIFFERENT)
  return sum
}

/** The compiled template carries nothing over from one assessment to the next. */
function checkAgain(template: QuestionnaireTemplate, inputs: ScoreInput[], scores: Score[]) {
  const anew = compileTemplate(template)
  for (let at = inputs.length - 1; at >= 0; at--) mustEqual(`score of assessment ${at}`, numbersOf(scores[at]!), numbersOf(scoreAssessment(anew, inputs[at]!)))
}

const numbersOf = ({ inherent, sections, ceBp, residual, band, decision }: Score) => ({ inherent, sections, ceBp, residual, band, decision })

type Packed = Int32Array[]

const pack = (scores: Score[]): Packed => scores.map(({ trace }) => Int32Array.from(trace.contributions))

/** Effectiveness of an assessment whose contributions are known already: what any implementation adds up at the least. */
function weightedMean({ template: { sections }, questions }: CompiledTemplate, packed: Packed, at: number): number {
  const contributions = packed[at]!
  const [weighted, weights] = [new Float64Array(sections.length), new Float64Array(sections.length)]
  for (let index = 0; index < questions.length; index++) {
    const { weight, section } = questions[index]!
    const contribution = contributions[index]!
    if (contribution < 0) continue
    weighted[section]! += weight * contribution
    weights[section]! += weight
  }
  let [total, all] = [0, 0]
  for (let section = 0; section < sections.length; section++) {
    if (weights[section] === 0) continue
    total += sections[section]!.weight * half(weighted[section]!, weights[section]!)
    all += sections[section]!.weight
  }
  return all === 0 ? 0 : half(total, all)
}

const half = (sum: number, of: number) => Math.floor((2 * sum + of) / (2 * of))

type Dice = { below: (limit: number) => number; of: <T>(list: readonly T[]) => T }

/** The same seed gives the same assessments (mulberry32). */
function dice(seed: number): Dice {
  let state = seed
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return { below, of: (list) => list[below(list.length)]! }
}

/** From vendors that answer as it comes to vendors that nearly always give the best answer. */
function anAssessment(template: QuestionnaireTemplate, { below, of }: Dice): ScoreInput {
  const goodOfTen = below(11)
  const oneOf: Choose = (options) => (below(10) < goodOfTen ? options.reduce((best, option) => (option.score > best.score ? option : best)) : of(options)).v
  const intake: Record<string, AnswerValue> = { 'IN-06': [of(template.intake.items.find(({ id }) => id === 'IN-06')!.options!).v], 'IN-07': below(2_000_000), 'IN-08': ['view'] }
  for (const { id, options, dimension } of template.intake.items) if (options && dimension && !(id in intake)) intake[id] = of(options).v
  const answers: Record<string, Answer> = {}
  for (const question of template.questions) {
    if (below(20) > 0) answers[question.id] = { value: aValue(question, { below, oneOf }), status: of([...EVIDENCE_STATUSES, 'verified', 'verified']) }
  }
  return { assessmentDate: DATE, intake, answers }
}

type Choose = (options: readonly { v: string; score: number }[]) => string

function aValue({ type, options = [], range }: QuestionnaireTemplate['questions'][number], { below, oneOf }: { below: Dice['below']; oneOf: Choose }): AnswerValue {
  switch (type) {
    case 'yesno':
    case 'single':
      return oneOf(options)
    case 'multi':
      return [oneOf(options)]
    case 'number':
      return (range?.min ?? 0) + below((range?.max ?? 100) - (range?.min ?? 0) + 1)
    case 'date':
      return `2026-0${1 + below(9)}-1${below(10)}`
    case 'file':
      return ['licence.pdf']
    case 'text':
      return '每季度复核一次'
    case 'table':
      return [{ site: '杭州', country: 'CN', function: 'store', operator: '乙方' }]
  }
}

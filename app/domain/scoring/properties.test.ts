import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { compileTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { EVIDENCE_STATUSES, TIERS, type Answer, type AnswerValue } from '#app/domain/questionnaires/template.ts'
import { readFacts } from '#app/domain/questionnaires/visibility.ts'
import { anyAnswers, anyCase, anyIntake, compiled, copyOfTemplate, intakeItemOf, perfectAnswers, template } from '#tests/support/scoring-cases.ts'
import { ASSURANCE } from './assurance.ts'
import { DECISIONS, MINIMUM_CE, RULE_IDS } from './decision.ts'
import { evidenceStatus, type AttachedEvidence } from './evidence-status.ts'
import { inherentRisk, TIER_STARTS } from './inherent.ts'
import { LIVE_CAP, liveResidual } from './live-residual.ts'
import { BANDS, bandOf, residualRisk } from './residual.ts'
import { scoreAssessment, type Score, type ScoreInput } from './score.ts'

const RUNS = { numRuns: 40 }
const score = (input: ScoreInput) => scoreAssessment(compiled, input)
const rank = ({ decision }: Score) => DECISIONS.indexOf(decision)
const inherentOf = (intake: Record<string, AnswerValue>) => inherentRisk(compiled, intake, readFacts(compiled, intake))

/** Everything a person sees of a score; the trace holds the answers as they were stored. */
function seen({ trace, ...rest }: Score) {
  return { ...rest, contributions: trace.contributions, assurances: trace.assurances, standing: trace.walk.standing }
}

function isNoWorse(better: Score, worse: Score): void {
  for (const [section, ceBp] of Object.entries(worse.sections)) expect(better.sections[section]).toBeGreaterThanOrEqual(ceBp)
  expect(better.ceBp).toBeGreaterThanOrEqual(worse.ceBp)
  expect(better.residual).toBeLessThanOrEqual(worse.residual)
  expect(rank(better)).toBeLessThanOrEqual(rank(worse))
}

test('P1: a better answer with the same questions visible and the same evidence never hurts', () => {
  let compared = 0
  fc.assert(fc.property(anyCase.chain((input) => fc.tuple(fc.constant(input), anyAnswers(input.assessmentDate))), ([input, others]) => {
    const before = score(input)
    for (const [at, { id }] of compiled.questions.entries()) {
      const answer = input.answers[id]
      const other = others[id]
      if (answer?.value === undefined || other?.value === undefined) continue
      const after = score({ ...input, answers: { ...input.answers, [id]: { ...answer, value: other.value } } })
      const sameEvidence = String(after.trace.assurances) === String(before.trace.assurances)
      if (String(after.trace.walk.standing) !== String(before.trace.walk.standing) || !sameEvidence) continue
      const [was = 0, is = 0] = [before.trace.walk.reading.scores[at], after.trace.walk.reading.scores[at]]
      if (is > was) isNoWorse(after, before)
      if (is < was) isNoWorse(before, after)
      if (is !== was) compared += 1
    }
  }), RUNS)
  expect(compared).toBeGreaterThan(100)
})

test('P2: better evidence never hurts', () => {
  for (const tier of TIERS) {
    const percents = EVIDENCE_STATUSES.map((status) => ASSURANCE[status][tier])
    expect(percents).toEqual([...percents].sort((a, b) => b - a))
  }
  fc.assert(fc.property(anyCase, fc.nat(compiled.questions.length - 1), (input, at) => {
    const id = template.questions[at]?.id ?? ''
    const withStatus = (status: Answer['status']) => score({ ...input, answers: { ...input.answers, [id]: { ...input.answers[id], status } } })
    const worstFirst = [...EVIDENCE_STATUSES].reverse().map(withStatus)
    worstFirst.reduce((worse, better) => {
      isNoWorse(better, worse)
      return better
    })
  }), RUNS)
})

test('P3: more exposure never gives a lower IR_eff or a lighter tier', () => {
  fc.assert(fc.property(anyIntake, anyIntake, (intake, other) => {
    for (const id of Object.keys(intake)) {
      const more = moreExposed(id, intake[id], other[id])
      if (more === undefined) continue
      const [before, after] = [inherentOf(intake), inherentOf({ ...intake, [id]: more })]
      expect(after.irEff).toBeGreaterThanOrEqual(before.irEff)
      expect(TIER_STARTS[after.tier]).toBeGreaterThanOrEqual(TIER_STARTS[before.tier])
    }
  }))
})

/** The other answer, if it exposes more: more people, one more type or operation, or an option with more points. */
function moreExposed(id: string, value: AnswerValue | undefined, other: AnswerValue | undefined): AnswerValue | undefined {
  const { options = [], dimension } = intakeItemOf(id)
  if (dimension === undefined) return undefined
  if (typeof value === 'number' && typeof other === 'number') return Math.max(value, other)
  if (Array.isArray(value) && Array.isArray(other)) {
    const joined = [...new Set([...value, ...other].filter((each) => typeof each === 'string' && each !== 'none'))]
    return joined.length === 0 ? undefined : (joined as string[])
  }
  const pointsOf = (v: unknown) => options.find((option) => option.v === v)?.points ?? 0
  return pointsOf(other) > pointsOf(value) ? other : undefined
}

test('P4: CE and the residual stay in their bounds', () => {
  fc.assert(fc.property(anyCase, (input) => {
    const { ceBp, residual, inherent } = score(input)
    for (const number of [ceBp, residual, inherent.irEff]) expect(Number.isInteger(number)).toBe(true)
    expect(ceBp).toBeGreaterThanOrEqual(0)
    expect(ceBp).toBeLessThanOrEqual(10_000)
    expect(residual).toBeGreaterThanOrEqual(15 * inherent.irEff)
    expect(residual).toBeLessThanOrEqual(100 * inherent.irEff)
  }), RUNS)
})

test('P5: the residual falls with CE and rises with IR_eff', () => {
  const ir = fc.integer({ min: 0, max: 100 })
  const ce = fc.integer({ min: 0, max: 10_000 })
  fc.assert(fc.property(ir, ir, ce, ce, (ir1, ir2, ce1, ce2) => {
    expect(residualRisk(ir1, Math.max(ce1, ce2))).toBeLessThanOrEqual(residualRisk(ir1, Math.min(ce1, ce2)))
    expect(residualRisk(Math.max(ir1, ir2), ce1)).toBeGreaterThanOrEqual(residualRisk(Math.min(ir1, ir2), ce1))
  }))
})

test('P6: a hard knock-out rejects, whatever CE is', () => {
  const hard = template.questions.flatMap(({ id, options = [], knockouts = [] }) =>
    options.flatMap(({ v }) => knockouts.filter(({ when }) => 'op' in when && when.op === 'eq' && when.v === v && isHard(id)).map(() => [id, v] as const)))
  fc.assert(fc.property(anyIntake, fc.constantFrom(...hard), (intake, [id, value]) => {
    const answers = { ...perfectAnswers('2026-11-24'), [id]: { value } }
    const { knockouts, decision, rules } = score({ assessmentDate: '2026-11-24', intake, answers })
    fc.pre(knockouts.some(({ knockout }) => knockout.kind === 'hard'))
    expect(decision).toBe('reject')
    expect(rules.map(({ rule }) => rule)).toContain('R1')
  }))
})

function isHard(id: string): boolean {
  const codes = template.questions.find((question) => question.id === id)?.knockouts?.map(({ code }) => code) ?? []
  return template.knockouts.some(({ code, kind }) => kind === 'hard' && codes.includes(code))
}

test('P7: answers of hidden questions change nothing', () => {
  let hidden = 0
  fc.assert(fc.property(anyCase.chain((input) => fc.tuple(fc.constant(input), anyAnswers(input.assessmentDate))), ([input, others]) => {
    const before = score(input)
    const answers = { ...input.answers }
    for (const [at, { id }] of compiled.questions.entries()) {
      if (before.trace.walk.standing[at] !== 'hidden') continue
      hidden += 1
      const other = others[id]
      if (other && at % 2 === 0) answers[id] = other
      else delete answers[id]
    }
    expect(seen(score({ ...input, answers }))).toEqual(seen(before))
  }), RUNS)
  expect(hidden).toBeGreaterThan(100)
})

test('P8: the order in which answers, options and rows are stored changes nothing', () => {
  const turned = (value: AnswerValue | undefined) => (Array.isArray(value) ? ([...value].reverse() as AnswerValue) : value)
  fc.assert(fc.property(anyCase, (input) => {
    const answers = Object.fromEntries(Object.entries(input.answers).reverse().map(([id, answer]) => [id, { ...answer, value: turned(answer.value) }]))
    const intake = Object.fromEntries(Object.entries(input.intake).reverse().map(([id, value]) => [id, turned(value)]))
    expect(seen(score({ ...input, answers, intake }))).toEqual(seen(score(input)))
  }), RUNS)
})

test('P8: an option named twice counts once', () => {
  fc.assert(fc.property(anyCase, (input) => {
    const doubled = (value: AnswerValue | undefined) => (Array.isArray(value) && typeof value[0] === 'string' ? ([...value, ...value] as AnswerValue) : value)
    const intake = Object.fromEntries(Object.entries(input.intake).map(([id, value]) => [id, doubled(value)]))
    const answers = Object.fromEntries(Object.entries(input.answers).map(([id, answer]) => [id, { ...answer, value: doubled(answer.value) }]))
    expect(seen(score({ ...input, answers, intake }))).toEqual(seen(score(input)))
  }), RUNS)
})

test('P9: the same input gives the same score and is left as it was', () => {
  fc.assert(fc.property(anyCase, (input) => {
    const copy = structuredClone(input)
    expect(score(input)).toEqual(score(structuredClone(input)))
    expect(input).toEqual(copy)
  }), RUNS)
})

test('P10: scaling the weights of a section, or of all sections, changes nothing', () => {
  fc.assert(fc.property(anyCase, fc.integer({ min: 2, max: 1000 }), fc.constantFrom(...template.sections.map(({ id }) => id)), (input, factor, section) => {
    const heavierQuestions = copyOfTemplate()
    for (const question of heavierQuestions.questions) if (question.section === section) question.weight *= factor
    const heavierSections = copyOfTemplate()
    for (const each of heavierSections.sections) each.weight *= factor
    const before = score(input)
    for (const scaled of [heavierQuestions, heavierSections]) {
      const after = scoreAssessment(compileTemplate(scaled), input)
      expect([after.ceBp, after.sections, after.residual, after.decision]).toEqual([before.ceBp, before.sections, before.residual, before.decision])
    }
  }), { numRuns: 30 })
})

test('P11: accepting an N/A leaves other questions alone; refusing it equals no answer', () => {
  const ids = template.questions.filter((question) => question.na_allowed).map(({ id }) => id)
  fc.assert(fc.property(anyCase, fc.constantFrom(...ids), (input, id) => {
    const withNa = (na: Answer['na']) => score({ ...input, answers: { ...input.answers, [id]: { na } } })
    const { [id]: _left, ...rest } = input.answers
    const at = template.questions.findIndex((question) => question.id === id)
    const others = ({ trace }: Score) => trace.contributions.filter((_, index) => index !== at)
    expect(seen(withNa('refused'))).toEqual(seen(score({ ...input, answers: rest })))
    expect(seen(withNa('pending'))).toEqual(seen(withNa('refused')))
    expect(others(withNa('accepted'))).toEqual(others(withNa('pending')))
    expect(withNa('accepted').trace.contributions[at]).toBe(-1)
  }), RUNS)
})

test('P12: a heavier tier trusts less and asks for more', () => {
  for (const [at, tier] of TIERS.slice(0, -1).entries()) {
    const lighter = TIERS[at + 1] ?? 'T4'
    for (const status of EVIDENCE_STATUSES) expect(ASSURANCE[status][tier]).toBeLessThanOrEqual(ASSURANCE[status][lighter])
    expect(MINIMUM_CE[tier]).toBeGreaterThanOrEqual(MINIMUM_CE[lighter])
  }
})

test('P13: all best answers verified give CE 100 % and band A or B', () => {
  fc.assert(fc.property(anyIntake, (intake) => {
    const { ceBp, residual, inherent, band, findings, decision } = score({ assessmentDate: '2026-11-24', intake, answers: perfectAnswers('2026-11-24') })
    expect(ceBp).toBe(10_000)
    expect(residual).toBe(15 * inherent.irEff)
    expect(['A', 'B']).toContain(band)
    expect(findings).toEqual([])
    expect(decision).toBe('approve')
  }))
})

const types = template.evidence_types
const anyEvidence: fc.Arbitrary<AttachedEvidence> = fc.record({
  type: fc.constantFrom(...types),
  review: fc.constantFrom('unreviewed', 'verified', 'certified', 'rejected'),
  issuedOn: fc.option(fc.nat(1500).map((days) => addDays('2024-01-01', days)), { nil: undefined }),
  expiresOn: fc.option(fc.nat(3000).map((days) => addDays('2024-06-01', days)), { nil: undefined }),
  withdrawn: fc.boolean(),
})

test('P14: time never makes a date question or an evidence status better', () => {
  const later = fc.integer({ min: 1, max: 1500 })
  fc.assert(fc.property(anyCase, later, (input, days) => {
    const [now, then] = [score(input), score({ ...input, assessmentDate: addDays(input.assessmentDate, days) })]
    const [scoresNow, scoresThen] = [now, then].map(({ trace }) => trace.walk.reading.scores)
    expect(scoresNow?.every((a, at) => (scoresThen?.[at] ?? 0) <= a)).toBe(true)
  }), RUNS)
  const place = (status: string) => EVIDENCE_STATUSES.findIndex((each) => each === status)
  fc.assert(fc.property(fc.array(anyEvidence, { maxLength: 4 }), fc.constantFrom('optional' as const, 'required' as const), later, (attached, mode, days) => {
    const at = (assessmentDate: string) => ASSURANCE[evidenceStatus({ mode, answered: true, attached, assessmentDate })].T2
    expect(at(addDays('2027-01-01', days))).toBeLessThanOrEqual(at('2027-01-01'))
    expect(place(evidenceStatus({ mode, answered: true, attached: [], assessmentDate: '2027-01-01' }))).toBeGreaterThanOrEqual(4)
  }))
})

test('P15: the live residual never lies below the assessed one, nor 3000 above it', () => {
  const count = fc.nat(9)
  const events = fc.record({
    criticalCases: count, highCases: count, otherCases: count, overdueHighFindings: count, closedLast12Months: count,
    auditOverdue: fc.boolean(), logGap: fc.boolean(),
  })
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), events, (residual, happened) => {
    const live = liveResidual(residual, happened)
    expect(live).toBeGreaterThanOrEqual(residual)
    expect(live - residual).toBeLessThanOrEqual(LIVE_CAP)
    expect(bandOf(live)).toMatch(/[A-E]/)
  }))
})

test('the generated cases reach every tier, band, decision, rule and knock-out', () => {
  const scores = fc.sample(anyCase, { numRuns: 400, seed: 7 }).map(score)
  const kinds = (of: (score: Score) => string[]) => new Set(scores.flatMap(of)).size
  expect(kinds(({ inherent }) => [inherent.tier])).toBe(TIERS.length)
  expect(kinds(({ decision }) => [decision])).toBe(DECISIONS.length)
  expect(kinds(({ rules }) => rules.map(({ rule }) => rule))).toBe(RULE_IDS.length)
  expect(kinds(({ band }) => [band])).toBe(BANDS.length)
  expect(kinds(({ knockouts }) => knockouts.map(({ knockout }) => knockout.code))).toBe(template.knockouts.length)
})

import { expect, test } from 'vitest'
import { compiled } from '#tests/support/scoring-cases.ts'
import { decisionGates, failedGates, type GateFacts } from './gates.ts'

const ready: GateFacts = {
  intake: {
    'IN-04': ['hosting'], 'IN-05': [{ scenario: 'x' }], 'IN-06': ['contact'], 'IN-07': 0, 'IN-08': ['store'], 'IN-09': 'api_or_file',
    'IN-11': 'stored_abroad', 'IN-15': '2026-12-01', 'IN-16': '2027-12-01', 'IN-17': 'contract',
  },
  questionnaireSubmitted: true, requiredEvidenceReviewed: true, impactAssessmentFiled: true, exportMechanismChosen: true,
  requesterStatementFiled: true, reviewerStatementFiled: true, vendorBanned: false, ownerBanned: false,
}
const failed = (change: Partial<GateFacts>) => failedGates(decisionGates(compiled, { ...ready, ...change }))

test('all gates open', () => {
  expect(failed({})).toEqual([])
})

test.each<[string, Partial<GateFacts>, string[]]>([
  ['an open scope', { intake: { ...ready.intake, 'IN-16': undefined } }, ['G1']],
  ['an unsubmitted questionnaire', { questionnaireSubmitted: false }, ['G2']],
  ['unreviewed evidence', { requiredEvidenceReviewed: false }, ['G2']],
  ['no impact assessment', { impactAssessmentFiled: false }, ['G3']],
  ['no export mechanism', { exportMechanismChosen: false }, ['G4']],
  ['one statement missing', { reviewerStatementFiled: false }, ['G5']],
  ['a banned owner', { ownerBanned: true }, ['G6']],
  ['an unclear basis', { intake: { ...ready.intake, 'IN-17': 'unclear' } }, ['G7']],
  ['no basis', { intake: { ...ready.intake, 'IN-17': undefined } }, ['G7']],
])('%s fails its gate', (_what, change, expected) => {
  expect(failed(change)).toEqual(expected)
})

test('what does not apply passes', () => {
  const intake = { ...ready.intake, 'IN-06': ['none'], 'IN-11': 'same_jurisdiction' }
  expect(failed({ intake, impactAssessmentFiled: false, exportMechanismChosen: false })).toEqual([])
  expect(decisionGates(compiled, { ...ready, intake }).filter(({ applies }) => !applies).map(({ gate }) => gate)).toEqual(['G3', 'G4'])
})

test('the open items of the scope are named', () => {
  expect(decisionGates(compiled, { ...ready, intake: {} })[0]).toMatchObject({ gate: 'G1', passed: false, missing: expect.arrayContaining(['IN-04', 'IN-16']) as unknown })
})

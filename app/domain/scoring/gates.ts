import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { answered } from '#app/domain/questionnaires/condition.ts'
import type { IntakeAnswers } from '#app/domain/questionnaires/template.ts'
import { hasFact, readFacts } from '#app/domain/questionnaires/visibility.ts'

export type GateId = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7'

/** `missing`: the intake items that G1 or G7 still wants. */
export type Gate = { gate: GateId; passed: boolean; applies: boolean; missing: string[] }

export type GateFacts = {
  intake: IntakeAnswers
  questionnaireSubmitted: boolean
  requiredEvidenceReviewed: boolean
  impactAssessmentFiled: boolean
  exportMechanismChosen: boolean
  requesterStatementFiled: boolean
  reviewerStatementFiled: boolean
  vendorBanned: boolean
  ownerBanned: boolean
}

const SCOPE_ITEMS = ['IN-04', 'IN-05', 'IN-06', 'IN-07', 'IN-08', 'IN-09', 'IN-15', 'IN-16']
const LEGAL_BASIS_ITEM = 'IN-17'

/** The checklist before any decision (scoring.md §9): if one gate fails, no decision can be recorded. */
export function decisionGates(compiled: CompiledTemplate, facts: GateFacts): Gate[] {
  const known = readFacts(compiled, facts.intake)
  const unscoped = SCOPE_ITEMS.filter((item) => answered(facts.intake[item]) === undefined)
  const basis = hasLegalBasis(compiled, facts.intake)
  return [
    gate('G1', unscoped.length === 0, unscoped),
    gate('G2', facts.questionnaireSubmitted && facts.requiredEvidenceReviewed),
    gateWhen('G3', hasFact(compiled, known, 'has_pi'), facts.impactAssessmentFiled),
    gateWhen('G4', hasFact(compiled, known, 'cross_border'), facts.exportMechanismChosen),
    gate('G5', facts.requesterStatementFiled && facts.reviewerStatementFiled),
    gate('G6', !facts.vendorBanned && !facts.ownerBanned),
    gate('G7', basis, basis ? [] : [LEGAL_BASIS_ITEM]),
  ]
}

export function failedGates(gates: readonly Gate[]): GateId[] {
  return gates.filter(({ passed }) => !passed).map(({ gate }) => gate)
}

/** A basis is named, and it is not one that blocks (`unclear`). */
function hasLegalBasis({ template }: CompiledTemplate, intake: IntakeAnswers): boolean {
  const basis = answered(intake[LEGAL_BASIS_ITEM])
  const option = template.intake.items.find(({ id }) => id === LEGAL_BASIS_ITEM)?.options?.find(({ v }) => v === basis)
  return option !== undefined && option.blocks !== true
}

function gate(id: GateId, passed: boolean, missing: string[] = []): Gate {
  return { gate: id, passed, applies: true, missing }
}

function gateWhen(id: GateId, applies: boolean, passed: boolean): Gate {
  return { gate: id, passed: passed || !applies, applies, missing: [] }
}

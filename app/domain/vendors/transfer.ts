import { supplyAllowed, type SupplyQuestion, type SupplyRefusal } from './supply.ts'

/** Besides the gate's own reasons: a type of information that the agreement does not name (R7.2.2). */
export type TransferRefusal = SupplyRefusal | 'outside_scope'

export type TransferQuestion = SupplyQuestion & {
  infoTypes: readonly string[]
  /** IN-06 codes of the agreement's Schedule 1. */
  agreedTypes: readonly string[]
}

/** Why a supply of customer information is refused (PC-19); undefined when it may go ahead. */
export function transferRefusal(question: TransferQuestion): TransferRefusal | undefined {
  const answer = supplyAllowed(question)
  if (!answer.allowed) return answer.reason
  return question.infoTypes.every((type) => question.agreedTypes.includes(type)) ? undefined : 'outside_scope'
}

/** One finding that the decision raises or has raised. */
export type DecisionFinding = { id?: string; ref?: string; question: string; severity: 'critical' | 'high' | 'medium' | 'low'; zh: string; en: string; clauses: string[]; preContract: boolean; dueOn: string }

/** Why this person cannot confirm now, as a key of the review catalogue; undefined when they can. */
export type ConfirmBlock = 'not_allowed' | 'second_person_needed' | 'requester_may_not' | 'changed_since_proposal' | 'gates_fail'

/** Who can move a thing on: a role of the organisation, a part in this one audit or agreement, the vendor, or the product itself. */
type Party =
  | 'procurement'
  | 'compliance'
  | 'compliance_head'
  | 'legal'
  | 'executive'
  | 'lead_auditor'
  | 'reviewer'
  | 'company'
  | 'vendor'
  | 'system'

/** One row of a machine's table. No two rows of a machine share an action and a `from` state. */
export interface Transition<State extends string, Action extends string = string> {
  action: Action
  from: readonly State[]
  to: State
  by: readonly Party[]
  /** Every party of `by` has to record it, not just one. */
  together?: true
}

/** The row that `action` takes from `state`; undefined when the table has none. */
export function findTransition<State extends string, Action extends string>(
  table: readonly Transition<State, Action>[],
  action: Action,
  state: State,
): Transition<State, Action> | undefined {
  return table.find((row) => row.action === action && row.from.includes(state))
}

/** A guard for every action: the reasons why the facts of an act do not allow it. */
export type Guards<Subject, Facts, Blocker> = { [Action in keyof Facts]: (subject: Subject, facts: Facts[Action]) => Blocker[] }

/** Facts of an action that needs none. */
export type NoFacts = Record<string, never>

/** The names of the conditions that hold, in the order given. */
export function holding<Name extends string>(conditions: Partial<Record<Name, boolean>>): Name[] {
  return (Object.keys(conditions) as Name[]).filter((name) => conditions[name])
}

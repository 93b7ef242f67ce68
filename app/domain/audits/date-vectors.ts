import {
  addBusinessDays,
  type BusinessCalendar,
  businessDaysBetween,
  isBusinessDay,
  MONDAY_TO_FRIDAY,
  rollBack,
  rollForward,
} from '#app/domain/organisations/business-calendar.ts'
import { addDays, addMonths, daysBetween, isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import {
  auditIntervalMonths,
  dsrDue,
  dsrDueGdpr,
  dsrTarget,
  dsrVendorDue,
  firstAuditDue,
  legalCap,
  logExpectedBy,
  nextAuditDue,
  quarterDue,
  quarterOpens,
  reassessmentDue,
  recomputeAuditDue,
} from './due-dates.ts'
import { findingDue, planDue } from './remediation.ts'
import { ARGUMENTS, argumentFits, type ArgumentKind, type ArgumentValues, VectorProblem } from './vector-arguments.ts'

export { VectorProblem } from './vector-arguments.ts'

export interface DateVector {
  fn: unknown
  args: unknown
  calendar?: BusinessCalendar
}
type VectorResult = string | number | boolean

/**
 * The result of one date vector as in audit.yaml test_vectors; without a calendar, business days are Monday to Friday.
 * Throws VectorProblem when the function is unknown or an argument does not fit.
 */
export function dateVector(vector: DateVector): VectorResult {
  const { fn, args } = vector
  if (typeof fn !== 'string' || !Object.hasOwn(FUNCTIONS, fn)) {
    throw new VectorProblem(`Unknown function ${shown(fn)}. Known functions: ${VECTOR_FUNCTIONS.join(', ')}.`)
  }
  const known = FUNCTIONS[fn as keyof typeof FUNCTIONS]
  if (!Array.isArray(args)) throw new VectorProblem(`${fn} needs its arguments as a list: ${signature(fn, known)}.`)
  requireArguments(fn, known, args)
  const result = inRange(fn, () => known.run(args, vector.calendar ?? MONDAY_TO_FRIDAY))
  if (typeof result === 'string' && !isCalendarDate(result)) throw outOfRange(fn)
  return result
}

/** The same vectors, each with its `result`, in the given order. */
export function computeVectors<V extends DateVector>(vectors: readonly V[], calendar?: BusinessCalendar): (V & { result: VectorResult })[] {
  return vectors.map((vector) => ({ ...vector, result: dateVector({ ...vector, calendar: vector.calendar ?? calendar }) }))
}

interface VectorFunction {
  needs: readonly ArgumentKind[]
  /** Kinds of trailing arguments that may be left out. */
  optional?: readonly ArgumentKind[]
  run: (args: readonly unknown[], calendar: BusinessCalendar) => VectorResult
}

const FUNCTIONS = {
  add_days: takes(['date', 'integer'], ([date, days]) => addDays(date, days)),
  add_months: takes(['date', 'integer'], ([date, months]) => addMonths(date, months)),
  add_months_anchor: takes(['date', 'integer', 'dayOfMonth'], ([date, months, anchor]) => addMonths(date, months, anchor)),
  days_between: takes(['date', 'date'], ([from, to]) => daysBetween(from, to)),
  is_business_day: takes(['date'], ([date], calendar) => isBusinessDay(date, calendar)),
  next_business_day: takes(['date'], ([date], calendar) => addBusinessDays(date, 1, calendar)),
  previous_business_day: takes(['date'], ([date], calendar) => addBusinessDays(date, -1, calendar)),
  roll_back: takes(['date'], ([date], calendar) => rollBack(date, calendar)),
  roll_forward: takes(['date'], ([date], calendar) => rollForward(date, calendar)),
  add_business_days: takes(['date', 'businessDays'], ([date, days], calendar) => addBusinessDays(date, days, calendar)),
  business_days_between: takes(['date', 'date'], ([from, to], calendar) => businessDaysBetween(from, to, calendar)),
  first_audit_due: takes(['date', 'positive'], ([effectiveOn, months]) => firstAuditDue(effectiveOn, months).dueNominal),
  next_audit_due: {
    needs: ['date', 'date', 'positive'],
    optional: ['dayOfMonth'],
    run: (args) => {
      const [previousDue, completedOn, intervalMonths, anchorDay] = args as [string, string, number, number?]
      return nextAuditDue({ previousDue, completedOn, intervalMonths, anchorDay }).dueNominal
    },
  },
  recompute_audit_due: takes(['date', 'date', 'positive'], ([current, lastCompletedOn, intervalMonths]) => {
    const due = { dueNominal: current, anchorDay: Number(current.slice(8)) }
    return recomputeAuditDue({ current: due, lastCompletedOn, intervalMonths }).dueNominal
  }),
  due_effective: takes(['date'], ([date], calendar) => rollBack(date, calendar)),
  legal_cap: takes(['date'], ([date]) => legalCap(date)),
  audit_interval: takes(['tier', 'band'], ([tier, band]) => auditIntervalMonths({ tier, band })),
  reassess_due: takes(['date', 'tier'], ([approvedOn, tier]) => reassessmentDue(approvedOn, tier)),
  quarter_due: takes(['quarter'], ([quarter], calendar) => quarterDue(quarter, calendar)),
  quarter_opens: takes(['quarter'], ([quarter], calendar) => quarterOpens(quarter, calendar)),
  finding_due: takes(['date', 'severity'], ([closedOn, severity], calendar) => findingDue(closedOn, severity, calendar)),
  plan_due: takes(['date'], ([closedOn], calendar) => planDue(closedOn, calendar)),
  expected_by: takes(['date', 'positive'], ([coveredThrough, interval]) => logExpectedBy(coveredThrough, interval)),
  dsr_due: takes(['date'], ([receivedOn]) => dsrDue(receivedOn)),
  dsr_due_gdpr: takes(['date'], ([receivedOn]) => dsrDueGdpr(receivedOn)),
  dsr_target: takes(['date'], ([receivedOn], calendar) => dsrTarget(receivedOn, calendar)),
  dsr_vendor_due: takes(['date', 'integer', 'date'], ([relayedOn, completeDays, requestDue]) =>
    dsrVendorDue({ relayedOn, completeDays, requestDue }),
  ),
} satisfies Record<string, VectorFunction>

export const VECTOR_FUNCTIONS = Object.keys(FUNCTIONS) as readonly (keyof typeof FUNCTIONS)[]

function takes<const Kinds extends readonly ArgumentKind[]>(
  needs: Kinds,
  run: (args: ArgumentValues<Kinds>, calendar: BusinessCalendar) => VectorResult,
): VectorFunction {
  // requireArguments has checked each argument against `needs` before `run` is called
  return { needs, run: (args, calendar) => run(args as ArgumentValues<Kinds>, calendar) }
}

function requireArguments(fn: string, known: VectorFunction, args: readonly unknown[]) {
  const kinds = [...known.needs, ...(known.optional ?? [])]
  if (args.length < known.needs.length || args.length > kinds.length) {
    throw new VectorProblem(`${fn} takes ${signature(fn, known)}, but got ${args.length} argument(s).`)
  }
  args.forEach((value, index) => {
    const kind = kinds[index]
    if (kind && !argumentFits(kind, value)) {
      throw new VectorProblem(`Argument ${index + 1} of ${fn} must be ${ARGUMENTS[kind].words}, not ${shown(value)}.`)
    }
  })
}

function signature(fn: string, known: VectorFunction): string {
  const optional = (known.optional ?? []).map((kind) => `[${kind}]`)
  return `${fn}(${[...known.needs, ...optional].join(', ')})`
}

function inRange(fn: string, run: () => VectorResult): VectorResult {
  try {
    return run()
  } catch (error) {
    if (error instanceof RangeError) throw outOfRange(fn)
    throw error
  }
}

function outOfRange(fn: string): VectorProblem {
  return new VectorProblem(`${fn} leaves the years 0001 to 9999.`)
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

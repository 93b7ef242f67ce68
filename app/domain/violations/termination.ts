import { addDays, earlierOf, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { businessDaysAfter, type Clock, type Deadline, endOf, hoursAfter, noticeDeadline } from './deadlines.ts'

export const TERMINATION_STEPS = [
  { id: 'W-01', owners: ['system'], mandatory: true },
  { id: 'W-02', owners: ['system', 'security'], mandatory: true },
  { id: 'W-03', owners: ['compliance'], mandatory: true },
  { id: 'W-04', owners: ['compliance', 'security'], mandatory: true },
  { id: 'W-05', owners: ['security'], mandatory: true },
  { id: 'W-06', owners: ['compliance_head'], mandatory: true },
  { id: 'W-07', owners: ['compliance'], mandatory: true },
  { id: 'W-08', owners: ['vendor'], mandatory: true },
  { id: 'W-09', owners: ['business_owner'], mandatory: true },
  { id: 'W-10', owners: ['vendor'], mandatory: false },
  { id: 'W-11', owners: ['vendor'], mandatory: true },
  { id: 'W-12', owners: ['vendor'], mandatory: true },
  { id: 'W-13', owners: ['compliance'], mandatory: true },
  { id: 'W-14', owners: ['system'], mandatory: true },
  { id: 'W-15', owners: ['legal'], mandatory: false },
  { id: 'W-16', owners: ['compliance'], mandatory: true },
  { id: 'W-17', owners: ['compliance_head'], mandatory: true },
] as const
export type TerminationStepId = (typeof TERMINATION_STEPS)[number]['id']
export type StepOwner = (typeof TERMINATION_STEPS)[number]['owners'][number]

/** Steps of an ordinary ending, by expiry or notice: access off, return, deletion, certificate, verification, close. */
export const EXIT_STEPS = ['W-02', 'W-10', 'W-11', 'W-12', 'W-13', 'W-17'] as const satisfies TerminationStepId[]

/** Day counts of the agreement (DPA-30, DPA-31); the plan's are business days. */
export interface ExitParameters {
  returnDays: number
  deletionDays: number
  certificateDays: number
  remedyPlanDays: number
}
const EXIT_DEFAULTS: ExitParameters = { returnDays: 10, deletionDays: 30, certificateDays: 5, remedyPlanDays: 3 }
const VERIFICATION_DAYS = 15

export interface TerminationStep {
  id: TerminationStepId
  owners: readonly StepOwner[]
  mandatory: boolean
  /** Undefined while the step waits for an earlier one; W-17 follows all others and has no day of its own. */
  dueAt: Date | undefined
  dueOn: string | undefined
  /** `dueOn`, or for a waiting step the day it would be due if the steps before it took all their time. */
  plannedOn: string | undefined
  /** Earlier points inside the step: platform tokens before all accounts, assessing before informing. */
  parts: readonly { id: StepPart; dueAt: Date }[]
}
type StepPart = 'platform_tokens' | 'all_accounts' | 'customers_identified' | 'customers_informed'

/** Instants at which the vendor's own steps were done, as far as they are. */
interface ExitProgress {
  deletedAt?: Date
  certifiedAt?: Date
}

export interface Termination extends Clock, ExitProgress {
  mustTerminateAt: Date
  /** When the termination notice reached the vendor: it takes effect on arrival. */
  noticeAt?: Date
  /** When the termination takes effect, if not with the notice. */
  effectiveAt?: Date
  parameters?: Partial<ExitParameters>
}

/**
 * W-01 … W-17 of a case that must end the contract. Hours and calendar days run through holidays from `mustTerminateAt`;
 * return, deletion and certificate run from the notice's arrival, at the latest one business day after (rulings 24).
 */
export function terminationSteps(termination: Termination): TerminationStep[] {
  const start = termination.mustTerminateAt
  const parameters = { ...EXIT_DEFAULTS, ...termination.parameters }
  const effectiveAt = termination.effectiveAt ?? termination.noticeAt
  const startOn = localDate(start, termination.zone)
  const hours = (count: number) => hoursAfter(start, count, termination)
  const businessDays = (count: number) => businessDaysAfter(start, count, termination)
  const days = (count: number) => endOf(addDays(startOn, count), termination)
  const due: Due = {
    'W-01': hours(0),
    ...accessDue(start, termination),
    'W-03': hours(4),
    'W-04': hours(4),
    'W-05': hours(24),
    'W-06': noticeDeadline(start, termination),
    'W-07': { ...hours(72), parts: [part('customers_identified', hours(24)), part('customers_informed', hours(72))] },
    'W-08': businessDays(parameters.remedyPlanDays),
    'W-09': businessDays(5),
    ...exitDue({ startsOn: exitStart(termination), parameters, progress: termination, clock: termination }),
    'W-14': effectiveAt
      ? endOf(localDate(effectiveAt, termination.zone), termination)
      : { plannedOn: noticeDeadline(start, termination).dueOn },
    'W-15': days(30),
    'W-16': days(30),
  }
  return TERMINATION_STEPS.map((step) => withDue(step, due))
}

interface OrdinaryExit extends Clock, ExitProgress {
  effectiveAt: Date
  parameters?: Partial<ExitParameters>
}

/** The steps of an ordinary ending, counted from the date it takes effect (rulings 24). */
export function exitSteps(exit: OrdinaryExit): TerminationStep[] {
  const parameters = { ...EXIT_DEFAULTS, ...exit.parameters }
  const startsOn = localDate(exit.effectiveAt, exit.zone)
  const due: Due = { ...accessDue(exit.effectiveAt, exit), ...exitDue({ startsOn, parameters, progress: exit, clock: exit }) }
  const ids: readonly TerminationStepId[] = EXIT_STEPS
  return TERMINATION_STEPS.filter((step) => ids.includes(step.id)).map((step) => withDue(step, due))
}

/** A step that has been dealt with: done, or waived with a reason. */
export interface StepRecord {
  id: TerminationStepId
  doneAt?: Date
  waiverReason?: string
}

/** Mandatory steps that are neither done nor waived, apart from the closing itself (guard of closed_terminated). */
export function openMandatorySteps(steps: readonly Pick<TerminationStep, 'id' | 'mandatory'>[], records: readonly StepRecord[]): TerminationStepId[] {
  const settled = new Set(records.filter((record) => record.doneAt || record.waiverReason?.trim()).map((record) => record.id))
  return steps.filter((step) => step.mandatory && step.id !== 'W-17' && !settled.has(step.id)).map((step) => step.id)
}

/** The day from which return, deletion and certificate count in a case (rulings 24). */
function exitStart(termination: Termination): string {
  const latest = noticeDeadline(termination.mustTerminateAt, termination).dueOn
  return termination.noticeAt ? earlierOf(localDate(termination.noticeAt, termination.zone), latest) : latest
}

type Due = Partial<Record<TerminationStepId, (Deadline & { parts?: TerminationStep['parts'] }) | { plannedOn: string }>>

function accessDue(start: Date, clock: Clock): Due {
  const tokens = hoursAfter(start, 1, clock)
  const accounts = hoursAfter(start, 24, clock)
  return { 'W-02': { ...accounts, parts: [part('platform_tokens', tokens), part('all_accounts', accounts)] } }
}

/** An early deletion pulls the certificate forward; a late one does not push it (CAL-16). */
function exitDue(exit: { startsOn: string; parameters: ExitParameters; progress: ExitProgress; clock: Clock }): Due {
  const { startsOn, parameters, progress, clock } = exit
  const deletionDue = addDays(startsOn, parameters.deletionDays)
  const deletedOn = progress.deletedAt ? earlierOf(localDate(progress.deletedAt, clock.zone), deletionDue) : deletionDue
  const certificateDue = addDays(deletedOn, parameters.certificateDays)
  return {
    'W-10': endOf(addDays(startsOn, parameters.returnDays), clock),
    'W-11': endOf(deletionDue, clock),
    'W-12': endOf(certificateDue, clock),
    'W-13': progress.certifiedAt
      ? endOf(addDays(localDate(progress.certifiedAt, clock.zone), VERIFICATION_DAYS), clock)
      : { plannedOn: addDays(certificateDue, VERIFICATION_DAYS) },
  }
}

function part(id: StepPart, deadline: Deadline) {
  return { id, dueAt: deadline.dueAt }
}

function withDue(step: (typeof TERMINATION_STEPS)[number], due: Due): TerminationStep {
  const found = due[step.id]
  if (!found) return { ...step, dueAt: undefined, dueOn: undefined, plannedOn: undefined, parts: [] }
  if ('plannedOn' in found) return { ...step, dueAt: undefined, dueOn: undefined, plannedOn: found.plannedOn, parts: [] }
  return { ...step, dueAt: found.dueAt, dueOn: found.dueOn, plannedOn: found.dueOn, parts: found.parts ?? [] }
}

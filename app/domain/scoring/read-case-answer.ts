import { isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import { checkAnswerValue, type AnswerContext } from '#app/domain/questionnaires/answer.ts'
import { answered } from '#app/domain/questionnaires/condition.ts'
import { isRecord } from '#app/domain/questionnaires/template-shape.ts'
import { EVIDENCE_STATUSES, type Answer, type EvidenceStatus, type Question } from '#app/domain/questionnaires/template.ts'
import { reportProblem, valueFrom, type Fault } from './case-problem.ts'
import { evidenceStatus, type AttachedEvidence } from './evidence-status.ts'

const KEYS = ['v', 'ev', 'na', 'justification', 'corrected', 'evidence', 'certified_last_cycle']
const NA_STATES = ['pending', 'accepted', 'refused'] as const
const REVIEWS = ['unreviewed', 'verified', 'certified', 'rejected'] as const
const EVIDENCE_KEYS = ['type', 'issued_on', 'expires_on', 'review', 'withdrawn']

/**
 * Reads one answer of a case. Keys, all optional:
 * `v` value (yesno, single, text, date: text · number: number · multi, file: list · table: list of rows), or 'na';
 * `na` pending (default) | accepted | refused, with v 'na'; `justification` text;
 * `corrected` the reviewer's value, scored instead of v;
 * `ev` the evidence status, one of verified, certified, provided, stale, attested, missing, rejected; or
 * `evidence` a list, oldest first, of {type, issued_on, expires_on, review: unreviewed | verified | certified | rejected,
 * withdrawn: true | false}, from which the status is derived; `certified_last_cycle` true | false.
 */
export function readCaseAnswer(context: AnswerContext, question: Question, given: unknown, fault: Fault): Answer {
  const path = `answers.${question.id}`
  if (!isRecord(given)) {
    fault(path, `must be a map with v and, if there is any, ev; for example {v: …, ev: verified}`)
    return {}
  }
  refuseUnknownKeys(given, KEYS, path, fault)
  const answer: Answer = { ...readValue(context, question, given, fault), ...readStatus(context, question, given, fault) }
  if (given.justification !== undefined) answer.justification = String(given.justification)
  const certified = given.certified_last_cycle
  if (certified !== undefined) answer.certifiedLastCycle = readFlag(certified, `${path}.certified_last_cycle`, fault)
  return answer
}

function readValue(context: AnswerContext, question: Question, given: Record<string, unknown>, fault: Fault): Answer {
  const path = `answers.${question.id}`
  const corrected = valueFrom(given.corrected)
  for (const found of checkAnswerValue(question, corrected, context)) reportProblem(fault, `${path}.corrected`, found)
  if (isNotApplicable(question, given)) return { na: readNotApplicable(question, given, fault), corrected }
  if (given.na !== undefined) fault(`${path}.na`, "goes with v: 'na' only; leave it out, or answer 'na'")
  const value = valueFrom(given.v)
  for (const found of checkAnswerValue(question, value, context)) reportProblem(fault, `${path}.v`, found)
  return { value, corrected }
}

/** In a free text "na" may be what somebody wrote. */
function isNotApplicable({ type, na_allowed: allowed }: Question, { v, na }: Record<string, unknown>): boolean {
  if (v === 'na') return type !== 'text' || allowed
  return answered(valueFrom(v)) === undefined && na !== undefined
}

function readNotApplicable(question: Question, { na = 'pending' }: Record<string, unknown>, fault: Fault): Answer['na'] {
  const path = `answers.${question.id}`
  if (!question.na_allowed) fault(`${path}.v`, `${question.id} does not allow 'na'; ${allowedValues(question)}`)
  return oneOf(NA_STATES, na, `${path}.na`, fault)
}

function allowedValues({ options, type }: Question): string {
  return options ? `allowed are ${options.map(({ v }) => v).join(', ')}` : `give a value of type ${type}`
}

function readStatus(context: AnswerContext, question: Question, given: Record<string, unknown>, fault: Fault): Answer {
  const path = `answers.${question.id}`
  const { ev, evidence } = given
  if (evidence === undefined || evidence === null) {
    return ev === undefined || ev === null ? {} : { status: oneOf<EvidenceStatus>(EVIDENCE_STATUSES, ev, `${path}.ev`, fault) }
  }
  if (question.evidence.mode === 'none') fault(`${path}.evidence`, 'is not expected for this question; leave it out')
  if (ev !== undefined && ev !== null) fault(`${path}.ev`, 'is derived when evidence is given; give one of the two')
  if (!Array.isArray(evidence)) {
    fault(`${path}.evidence`, 'must be a list, oldest first')
    return {}
  }
  const attached = evidence.flatMap((each: unknown, at) => readEvidence(context, question, each, `${path}.evidence[${at}]`, fault))
  const { mode } = question.evidence
  const hasValue = answered(valueFrom(given.corrected ?? given.v)) !== undefined
  return { status: evidenceStatus({ mode, attached, answered: hasValue, assessmentDate: context.assessmentDate }) }
}

function readEvidence({ template }: AnswerContext, question: Question, given: unknown, path: string, fault: Fault): AttachedEvidence[] {
  const types = question.evidence.types ?? []
  if (!isRecord(given)) {
    fault(path, `must be a map with ${EVIDENCE_KEYS.join(', ')}`)
    return []
  }
  refuseUnknownKeys(given, EVIDENCE_KEYS, path, fault)
  const wanted = oneOf(types, given.type ?? types[0], `${path}.type`, fault)
  const type = template.evidence_types.find(({ id }) => id === wanted)
  const review = oneOf(REVIEWS, given.review ?? 'unreviewed', `${path}.review`, fault)
  const issuedOn = readDate(given.issued_on, `${path}.issued_on`, fault)
  const expiresOn = readDate(given.expires_on, `${path}.expires_on`, fault)
  const withdrawn = given.withdrawn === undefined ? false : readFlag(given.withdrawn, `${path}.withdrawn`, fault)
  return type && review ? [{ type, review, issuedOn, expiresOn, withdrawn }] : []
}

function readDate(given: unknown, path: string, fault: Fault): string | undefined {
  if (given === undefined || given === null) return undefined
  if (isCalendarDate(given)) return given
  fault(path, 'needs a calendar date written as 2026-03-15')
  return undefined
}

function readFlag(given: unknown, path: string, fault: Fault): boolean {
  if (typeof given !== 'boolean') fault(path, 'must be true or false')
  return given === true
}

function oneOf<T extends string>(allowed: readonly T[], given: unknown, path: string, fault: Fault): T | undefined {
  const found = allowed.find((each) => each === given)
  if (found === undefined) fault(path, `must be one of ${allowed.join(', ')}`)
  return found
}

function refuseUnknownKeys(given: Record<string, unknown>, known: readonly string[], path: string, fault: Fault): void {
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) fault(`${path}.${key}`, `is not a known key; known are ${known.join(', ')}`)
  }
}

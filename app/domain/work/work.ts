import { addDays, dayOfWeek, daysBetween } from '../organisations/calendar-dates.ts'
import type { Role } from '../identity/actor.ts'
import type { Tier } from '../audits/due-dates.ts'

/** One thing that waits for somebody, as its source found it. Dates are calendar dates in the organisation's zone. */
export type OpenMatter = {
  kind: TaskKind
  id: string
  /** What the sentence names: a reference, a violation, a step. */
  words: Record<string, string | number>
  vendor: { id: string; name: string; nameAlt: string | null; tier: Tier | null; band: 'A' | 'B' | 'C' | 'D' | 'E' | null; residualH: number | null }
  dueOn?: string
  /** A clock that runs by the minute. */
  dueAt?: Date
  /** The one person it belongs to; else everyone who holds one of the kind's roles. */
  ownerId?: string
  /** Who may not do it, since two people are needed. */
  notBy?: string
  /** Roles that this one matter asks for, instead of its kind's. */
  roles?: readonly Role[]
  clause?: string
}

const JUDGES: readonly Role[] = ['compliance', 'compliance_head']
const HEAD: readonly Role[] = ['compliance_head']
const DRAFTERS: readonly Role[] = ['procurement', 'legal']
const BUYERS: readonly Role[] = ['procurement']

/** Whose work each kind is and which clause asks for it. */
export const TASKS = {
  issue_notice: { roles: HEAD, clause: 'R7.3.3' },
  triage_case: { roles: JUDGES, clause: 'R7.3.3' },
  investigate_case: { roles: JUDGES, clause: 'R7.3.3' },
  decide_case: { roles: JUDGES, clause: 'R7.3.3' },
  hear_vendor: { roles: JUDGES, clause: 'R7.3.3' },
  review_downgrade: { roles: ['compliance_head', 'legal'], clause: 'R7.3.3' },
  retest_case: { roles: JUDGES, clause: 'R7.3.3' },
  close_case: { roles: HEAD, clause: 'R7.3.3' },
  exit_step: { roles: JUDGES, clause: 'R7.3.3' },
  plan_audit: { roles: JUDGES, clause: 'R7.3.1' },
  conduct_audit: { roles: JUDGES, clause: 'R7.3.1' },
  report_audit: { roles: JUDGES, clause: 'R7.3.1' },
  close_audit: { roles: HEAD, clause: 'R7.3.1' },
  review_answers: { roles: JUDGES, clause: 'R7.1.2' },
  confirm_decision: { roles: JUDGES, clause: 'R7.1.3' },
  send_questionnaire: { roles: BUYERS, clause: 'R7.1.2' },
  remind_vendor: { roles: BUYERS, clause: 'R7.1.2' },
  draft_agreement: { roles: DRAFTERS, clause: 'R7.2.1' },
  submit_agreement: { roles: DRAFTERS, clause: 'R7.2.1' },
  send_agreement: { roles: JUDGES, clause: 'R7.2.1' },
  sign_agreement: { roles: ['signatory'], clause: 'R7.2.1' },
  await_signature: { roles: BUYERS, clause: 'R7.2.1' },
  renew_agreement: { roles: BUYERS, clause: 'R7.2.2' },
  close_finding: { roles: BUYERS, clause: 'R7.1.3' },
  chase_finding: { roles: JUDGES, clause: 'R7.1.3' },
  verify_finding: { roles: JUDGES, clause: 'R7.1.3' },
  renew_evidence: { roles: JUDGES, clause: 'R7.1.2' },
  reassess: { roles: BUYERS, clause: 'R7.1.2' },
  finish_request: { roles: [], clause: 'R7.1.1' },
} as const satisfies Record<string, { roles: readonly Role[]; clause: string }>
export type TaskKind = keyof typeof TASKS

type Viewer = { userId: string; roles: readonly Role[] }

export const BUCKETS = ['overdue', 'today', 'week', 'undated', 'later'] as const
export type Bucket = (typeof BUCKETS)[number]

/** `count` matters of one kind, vendor and bucket stand in one row, as the first due of them. */
export type Task = OpenMatter & { clause: string; bucket: Bucket; days?: number; clockMinutes?: number; count: number }
export type WorkList = { tasks: Task[]; counts: Record<Bucket, number> & { all: number; clocks: number; within30: number } }

type Moment = { now: Date; today: string }

/** Whether a matter is this person's to do. */
export function isMine(matter: OpenMatter, { userId, roles }: Viewer): boolean {
  if (matter.notBy === userId) return false
  if (matter.ownerId !== undefined) return matter.ownerId === userId
  const wanted: readonly Role[] = matter.roles ?? TASKS[matter.kind].roles
  return wanted.some((role) => roles.includes(role))
}

/** The tasks of one person, or of the whole team, by due date; a running clock stands before a day, a day before no date. */
export function workList(matters: readonly OpenMatter[], viewer: Viewer, moment: Moment, scope: 'mine' | 'team' = 'mine'): WorkList {
  const wanted = matters.filter((matter) => scope === 'team' || isMine(matter, viewer))
  const owned = new Set(wanted.filter(({ kind }) => kind === 'close_finding').map(({ id }) => id))
  const each = wanted
    .filter(({ kind, id }) => kind !== 'chase_finding' || !owned.has(id)) // nobody chases what stands in the same list
    .map((matter) => asTask(matter, moment))
  const tasks = gathered(each.sort(byDue))
  const counts = { overdue: 0, today: 0, week: 0, undated: 0, later: 0, all: tasks.length, clocks: 0, within30: 0 }
  for (const { bucket, clockMinutes, days } of tasks) {
    counts[bucket] += 1
    if (clockMinutes !== undefined && clockMinutes > 0) counts.clocks += 1
    if (days !== undefined && days >= 0 && days <= 30 && bucket !== 'overdue') counts.within30 += 1
  }
  return { tasks, counts }
}

const GATHERED: readonly TaskKind[] = ['close_finding', 'chase_finding', 'verify_finding']

/** A vendor's findings come by the dozen: those of one kind and bucket are one task. */
function gathered(tasks: Task[]): Task[] {
  const first = new Map<string, Task>()
  return tasks.filter((task) => {
    if (!GATHERED.includes(task.kind)) return true
    const key = `${task.kind} ${task.vendor.id} ${task.bucket}`
    const known = first.get(key)
    if (known) known.count += 1
    else first.set(key, task)
    return known === undefined
  })
}

function asTask(matter: OpenMatter, { now, today }: Moment): Task {
  const clause = matter.clause ?? TASKS[matter.kind].clause
  const days = matter.dueOn === undefined ? undefined : daysBetween(today, matter.dueOn)
  const clockMinutes = matter.dueAt && (matter.dueAt.getTime() - now.getTime()) / 60_000
  return { ...matter, clause, days, clockMinutes, count: 1, bucket: bucketOf({ today, dueOn: matter.dueOn, clockMinutes }) }
}

/** The week ends with Sunday; a clock that has run out is overdue within its day. */
function bucketOf({ today, dueOn, clockMinutes }: { today: string; dueOn?: string; clockMinutes?: number }): Bucket {
  if (clockMinutes !== undefined && clockMinutes <= 0) return 'overdue'
  if (dueOn === undefined) return 'undated'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  const sunday = addDays(today, (7 - dayOfWeek(today)) % 7)
  return dueOn <= sunday ? 'week' : 'later'
}

const PLACE = new Map(BUCKETS.map((bucket, index) => [bucket, index]))

function byDue(a: Task, b: Task): number {
  const buckets = PLACE.get(a.bucket)! - PLACE.get(b.bucket)! // every bucket has its place
  if (buckets !== 0) return buckets
  const days = (a.dueOn ?? '').localeCompare(b.dueOn ?? '')
  if (days !== 0) return days
  const clocks = (a.clockMinutes ?? Infinity) - (b.clockMinutes ?? Infinity)
  return Number.isNaN(clocks) || clocks === 0 ? a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id) : clocks
}

/** What a label of a ladder means (notifier.md §1, §3). */
export type Stage =
  /** "at once", and "third time in 30 days" of the same event: leave with the event's transaction. */
  | { kind: 'event'; attempts: number }
  /** T-60, T+grace+5bd: from the due date. D+10, D+2bd, +3d: from the start date. */
  | { kind: 'day'; from: 'due' | 'start'; days: number; grace: boolean; businessDays: number }
  /** +4h, +2h unacked, +1bd: from an instant, to the minute. */
  | { kind: 'clock'; hours: number; businessDays: number; unacked: boolean }
  | { kind: 'share'; percent: number }
  /** "every 30 days after": from the stage before it, on nominal days. */
  | { kind: 'repeat'; every: number; unit: 'days' | 'businessDays' }
  | { kind: 'digest'; every: 'day' | 'week' }
  | { kind: 'legalCap' }
  | { kind: 'rescheduled' }
  | { kind: 'resolved' }

const WORDS: Record<string, Stage> = {
  'at once': { kind: 'event', attempts: 1 },
  daily: { kind: 'digest', every: 'day' },
  weekly: { kind: 'digest', every: 'week' },
  CAP: { kind: 'legalCap' },
  R: { kind: 'rescheduled' },
  X: { kind: 'resolved' },
}

const NUMBER_WORDS: Record<string, number> = { second: 2, third: 3, fourth: 4, fifth: 5 }

/** Reads a stage label; undefined when it means nothing. */
export function parseStage(label: string): Stage | undefined {
  if (Object.hasOwn(WORDS, label)) return WORDS[label]
  return fromDue(label) ?? fromStart(label) ?? byTheClock(label) ?? repeated(label)
}

function fromDue(label: string): Stage | undefined {
  if (label === 'T0') return { kind: 'day', from: 'due', days: 0, grace: false, businessDays: 0 }
  const offset = /^T([+-]\d{1,3})$/.exec(label)
  if (offset) return { kind: 'day', from: 'due', days: Number(offset[1]), grace: false, businessDays: 0 }
  const grace = /^T\+grace(?:\+(\d{1,3})(bd)?)?$/.exec(label)
  if (!grace) return undefined
  const after = Number(grace[1] ?? 0)
  return { kind: 'day', from: 'due', grace: true, ...(grace[2] ? { days: 0, businessDays: after } : { days: after, businessDays: 0 }) }
}

function fromStart(label: string): Stage | undefined {
  const offset = /^(?:D\+(\d{1,3})(bd)?|\+(\d{1,3})d)$/.exec(label)
  if (!offset) return undefined
  const after = Number(offset[1] ?? offset[3])
  const length = offset[2] ? { days: 0, businessDays: after } : { days: after, businessDays: 0 }
  return { kind: 'day', from: 'start', grace: false, ...length }
}

function byTheClock(label: string): Stage | undefined {
  const share = /^(\d{1,3})% of clock$/.exec(label)
  if (share) return { kind: 'share', percent: Number(share[1]) }
  const after = /^\+(\d{1,3})(h|bd)( unacked)?$/.exec(label)
  if (!after) return undefined
  const length = after[2] === 'h' ? { hours: Number(after[1]), businessDays: 0 } : { hours: 0, businessDays: Number(after[1]) }
  return { kind: 'clock', ...length, unacked: after[3] !== undefined }
}

function repeated(label: string): Stage | undefined {
  const every = /^every ([1-9]\d{0,2})(?: (days) after|(bd))$/.exec(label)
  if (every) return { kind: 'repeat', every: Number(every[1]), unit: every[2] ? 'days' : 'businessDays' }
  const attempts = /^(\w+) time in 30 days$/.exec(label)
  const count = attempts && NUMBER_WORDS[attempts[1] ?? '']
  return count ? { kind: 'event', attempts: count } : undefined
}

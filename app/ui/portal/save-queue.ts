/** What became of one sending: `done` needs no more, `again` is tried once more by itself, `stop` waits for a person. */
export type Sent = 'done' | 'again' | 'stop'

type Options = {
  /** Sends the newest text of a key. */
  send: (key: string) => Promise<Sent>
  /** True while anything is on its way or waits for its moment. */
  onBusy: (busy: boolean) => void
}

const LONGEST_WAIT_MS = 30_000

/**
 * Sends what changes, key by key: after a pause, one sending at a time, the newest text last, again with growing waits while
 * the network is away. `schedule` may be called on every key stroke.
 */
export function saveQueue({ send, onBusy }: Options) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const sending = new Set<string>()
  const changed = new Set<string>()
  const failures = new Map<string, number>()

  const tell = () => onBusy(timers.size > 0 || sending.size > 0)

  function schedule(key: string, afterMs: number) {
    clearTimeout(timers.get(key))
    timers.set(key, setTimeout(() => void run(key), afterMs))
    tell()
  }

  async function run(key: string) {
    clearTimeout(timers.get(key))
    timers.delete(key)
    if (sending.has(key)) return void changed.add(key)
    sending.add(key)
    tell()
    const outcome = await send(key)
    sending.delete(key)
    const tries = outcome === 'again' ? (failures.get(key) ?? 0) + 1 : 0
    failures.set(key, tries)
    if (changed.delete(key) && outcome !== 'stop') schedule(key, 0)
    else if (outcome === 'again' && !timers.has(key)) schedule(key, Math.min(LONGEST_WAIT_MS, 1_500 * 2 ** tries))
    tell()
  }

  return {
    schedule,
    /** Sends everything that waits, now: the page is left, or the network is back. */
    flush: () => Promise.all([...timers.keys()].map((key) => run(key))),
  }
}
export type SaveQueue = ReturnType<typeof saveQueue>

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveQueue, type Sent } from './save-queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Sends take a second and end as told; the log says when each began. */
function slowly(outcomes: Sent[] = []) {
  const began: number[] = []
  const busy: boolean[] = []
  const start = Date.now()
  const queue = saveQueue({
    send: async () => {
      began.push(Date.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return outcomes.shift() ?? 'done'
    },
    onBusy: (each) => busy.push(each),
  })
  return { queue, began, busy }
}

test('typing on and on is sent once, a pause after the last key', async () => {
  const { queue, began } = slowly()
  for (let key = 0; key < 10; key++) {
    queue.schedule('Q', 800)
    await vi.advanceTimersByTimeAsync(100)
  }
  await vi.advanceTimersByTimeAsync(5_000)
  expect(began).toEqual([1_700])
})

test('what is typed while a sending is on its way follows it, never beside it', async () => {
  const { queue, began } = slowly()
  queue.schedule('Q', 0)
  await vi.advanceTimersByTimeAsync(200)
  queue.schedule('Q', 100)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(began).toHaveLength(2)
  expect(began[1]).toBeGreaterThanOrEqual(1_000)
})

test('while the network is away it tries again, each time later, at most every half minute', async () => {
  const { queue, began } = slowly(Array.from({ length: 8 }, () => 'again' as const))
  queue.schedule('Q', 0)
  await vi.advanceTimersByTimeAsync(300_000)
  const waits = began.slice(1).map((at, index) => at - began[index]! - 1_000)
  expect(waits).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000, 30_000, 30_000])
})

test('a conflict waits for a person, also when more was typed meanwhile', async () => {
  const { queue, began } = slowly(['stop'])
  queue.schedule('Q', 0)
  await vi.advanceTimersByTimeAsync(200)
  queue.schedule('Q', 100)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(began).toEqual([0])
})

test('leaving the page sends what waits at once; keys do not wait for each other', async () => {
  const { queue, began, busy } = slowly()
  queue.schedule('A', 800)
  queue.schedule('B', 800)
  const flushed = queue.flush()
  await vi.advanceTimersByTimeAsync(1_000)
  await flushed
  expect(began).toEqual([0, 0])
  expect(busy.at(-1)).toBe(false)
})

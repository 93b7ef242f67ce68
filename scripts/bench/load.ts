import autocannon from 'autocannon'
import { inTurn } from './in-turn.ts'
import { peakMb } from './peak-memory.ts'
import type { Running } from './product.ts'
import { must, type Comparison, type Options } from './workload.ts'

type Target = { server: Running; path: string; headers?: Record<string, string> }
type Sides = { what: string; ours: Target; reference: Target; referenceName: string; checked: string }

/** Requests a second and the 99th percentile of both sides, each under sixteen connections that ask again as soon as they are answered. */
export async function loadInTurn({ pairs, quick }: Options, { what, ours, reference, referenceName, checked }: Sides): Promise<Comparison[]> {
  const waits: Record<'ours' | 'reference', number[]> = { ours: [], reference: [] }
  const side = (name: 'ours' | 'reference', target: Target) => async () => {
    const { requests, latency, duration } = await loaded(target, quick ? 2 : 5)
    waits[name].push(latency.p99)
    return requests.total / duration
  }
  const rates = await inTurn({ pairs }, { what, unit: 'requests/s', referenceName, checked, ours: side('ours', ours), reference: side('reference', reference) })
  rates.peakMb = { ours: peakMb(ours.server.pid), reference: peakMb(reference.server.pid) }
  // the first of each warmed up
  return [rates, { what, unit: 'ms, 99th percentile', ours: waits.ours.slice(1), reference: waits.reference.slice(1), referenceName, checked }]
}

async function loaded({ server, path, headers = {} }: Target, seconds: number) {
  const result = await autocannon({ url: server.url + path, connections: 16, duration: seconds, headers })
  const { non2xx, errors, timeouts } = result
  must(non2xx === 0 && errors === 0 && timeouts === 0, `${path}: ${non2xx} answers were no success, ${errors} requests failed, ${timeouts} took too long`)
  return result
}

/** The body of one answer; a wrong answer when it is no success. */
export async function bodyOf({ server, path, headers = {} }: Target): Promise<string> {
  const answer = await fetch(server.url + path, { headers, redirect: 'manual' })
  must(answer.status === 200, `GET ${path} answered ${answer.status}`)
  return answer.text()
}

import { loadInTurn, bodyOf } from './load.ts'
import { fillVendors } from './many-vendors.ts'
import { LIST } from './plain-list.ts'
import { startProduct, startReference } from './product.ts'
import { must, mustEqual, type Options, type Result, type Workload } from './workload.ts'
import { openWorld } from './world.ts'

export const workload: Workload = {
  name: 'vendor-list-json',
  about: 'The vendor list as JSON, 50 rows, two filters and a sort, through the web process with session, walls and limits, under 16 connections.',
  run,
}

async function run(options: Options): Promise<Result> {
  const world = await openWorld()
  const product = await startProduct(world)
  const plain = await startReference('plain-server.ts', { DATABASE_URL: world.ownerUrl, ORGANISATION: world.member.orgId })
  const ours = { server: product, path: `/api/vendors?${LIST}`, headers: { Cookie: world.cookie, Accept: 'application/json' } }
  const reference = { server: plain, path: '/json' }
  const result: Result = { comparisons: [], notes: [] }
  let filled = 0
  for (const vendors of options.quick ? [200, 2000] : [10_000, 100_000]) {
    await fillVendors(world.owner, world.member, { from: filled + 1, to: vendors })
    filled = vendors
    const ids = idsIn(await bodyOf(ours))
    must(ids.length > 0 && (options.quick || ids.length === 50), `the list has ${ids.length} rows`)
    mustEqual('ids of the list', ids, idsIn(await bodyOf(reference)))
    const sides = { what: `${vendors.toLocaleString('en-GB')} vendors`, ours, reference, referenceName: 'node:http + postgres.js by hand', checked: `${ids.length} ids` }
    result.comparisons.push(...(await loadInTurn(options, sides)))
  }
  return result
}

/** Ids of the rows, whatever the answer calls its list. */
function idsIn(body: string): string[] {
  const answer = JSON.parse(body) as Record<string, unknown>
  const list = Object.values(answer).find((value): value is { id: string }[] => Array.isArray(value) && typeof (value[0] as { id?: unknown } | undefined)?.id === 'string')
  return (list ?? []).map(({ id }) => id)
}

import type { Sql } from 'postgres'
import { withContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { readVendorList, writeKey, type VendorListQuery } from '#app/domain/vendors/list-input.server.ts'
import { listVendors, type VendorPage } from '#app/domain/vendors/vendor-list.server.ts'
import { inTurn, millisecondsEach } from './in-turn.ts'
import { fillVendors } from './many-vendors.ts'
import { mustEqual, type Options, type Result, type Workload } from './workload.ts'
import { openWorld } from './world.ts'

export const workload: Workload = {
  name: 'deep-page',
  about: 'A page at nine tenths of the list beside the first one, and beside OFFSET; each in a transaction of the organisation with its count.',
  run,
}

async function run(options: Options): Promise<Result> {
  const { owner, member } = await openWorld()
  const result: Result = { comparisons: [], notes: [] }
  let filled = 0
  for (const vendors of options.quick ? [500, 2000] : [10_000, 100_000, 1_000_000]) {
    await fillVendors(owner, member, { from: filled + 1, to: vendors })
    filled = vendors
    result.comparisons.push(...(await compareAt(options, { owner, member, vendors })))
  }
  return result
}

type At = { owner: Sql; member: Member; vendors: number }

async function compareAt(options: Options, { owner, member, vendors }: At) {
  const times = options.quick ? 5 : 50
  const skipped = Math.floor(vendors * 0.9)
  const [first, deep] = [readVendorList(new URLSearchParams()), await deepQuery(owner, member, skipped)]
  const page = (query: VendorListQuery) => withContext(member, { now: new Date() }, (ctx) => listVendors(ctx, query))
  const byOffset = () => pageByOffset(owner, member, skipped)
  mustEqual('ids of the deep page', idsOf(await page(deep)), (await byOffset()).map(({ id }) => id))
  const ours = () => millisecondsEach(times, () => page(deep))
  const shared = { unit: 'ms/page', ours }
  const what = `${vendors.toLocaleString('en-GB')} vendors, page ${Math.floor(skipped / 50)}`
  return [
    await inTurn(options, { ...shared, what, reference: () => millisecondsEach(times, () => page(first)), referenceName: 'our first page', checked: 'ids, with OFFSET' }),
    await inTurn(options, { ...shared, what, reference: () => millisecondsEach(Math.min(times, 5), byOffset), referenceName: 'OFFSET by hand, without walls and count', checked: '50 ids' }),
  ]
}

/** The address of the page after the row at `skipped`, as following *next* leads there. */
async function deepQuery(owner: Sql, { orgId }: Member, skipped: number): Promise<VendorListQuery> {
  const [row] = await owner<{ key: number; id: string }[]>`
    select coalesce(residual_live_h, -1) as key, id from vendors where org_id = ${orgId} order by 1 desc, id desc offset ${skipped - 1} limit 1`
  return readVendorList(new URLSearchParams({ after: writeKey([row!.key, row!.id]) }))
}

function pageByOffset(owner: Sql, { orgId }: Member, skipped: number) {
  return owner<{ id: string }[]>`
    select * from vendors where org_id = ${orgId} order by coalesce(residual_live_h, -1) desc, id desc offset ${skipped} limit 50`
}

const idsOf = ({ vendors }: VendorPage) => vendors.map(({ id }) => id)

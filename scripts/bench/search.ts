import type { Sql } from 'postgres'
import { withContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { readVendorList } from '#app/domain/vendors/list-input.server.ts'
import { listVendors } from '#app/domain/vendors/vendor-list.server.ts'
import { inTurn, millisecondsEach } from './in-turn.ts'
import { COMMON_ZH, fillVendors, RARE } from './many-vendors.ts'
import { must, mustEqual, type Options, type Result, type Workload } from './workload.ts'
import { openWorld } from './world.ts'

export const workload: Workload = {
  name: 'search',
  about: 'Search by a substring of a name, first page of 50 in the order of the list, beside ILIKE over a copy of the table without an index.',
  run,
}

async function run(options: Options): Promise<Result> {
  const { owner, member } = await openWorld()
  const result: Result = { comparisons: [], notes: [] }
  let filled = 0
  for (const vendors of options.quick ? [2000] : [10_000, 100_000]) {
    await fillVendors(owner, member, { from: filled + 1, to: vendors })
    filled = vendors
    await owner`drop table if exists vendors_without_index`
    await owner`create table vendors_without_index as select * from vendors`
    await owner`vacuum analyze vendors_without_index`
    for (const q of [RARE.zh, RARE.en, COMMON_ZH]) result.comparisons.push(await compare(options, { owner, member, vendors, q }))
  }
  result.notes.push('Two characters are below what a trigram index can look up: such a search walks the list in its own order and stops after a page and the count of 1,000.')
  return result
}

type Search = { owner: Sql; member: Member; vendors: number; q: string }

async function compare(options: Options, { owner, member, vendors, q }: Search) {
  const query = readVendorList(new URLSearchParams({ q }))
  const ours = () => withContext(member, { now: new Date() }, (ctx) => listVendors(ctx, query))
  const reference = () => scan(owner, member, q)
  const [found, scanned] = [await ours(), await reference()]
  must(scanned.length > 0, `nobody is named ${q}`)
  mustEqual(`who is found by ${q}`, found.vendors.map(({ id }) => id), scanned.map(({ id }) => id))
  return inTurn(options, {
    what: `${vendors.toLocaleString('en-GB')} vendors, '${q}', ${found.count > 1000 ? 'over 1,000' : found.count} found`,
    unit: 'ms/search',
    ours: () => millisecondsEach(options.quick ? 3 : 20, ours),
    reference: () => millisecondsEach(options.quick ? 3 : 10, reference),
    referenceName: 'ILIKE without an index, walls and count',
    checked: `${scanned.length} ids`,
  })
}

function scan(owner: Sql, { orgId }: Member, q: string) {
  return owner<{ id: string }[]>`
    select * from vendors_without_index
    where org_id = ${orgId} and (name || ' ' || coalesce(name_alt, '') || ' ' || coalesce(reg_no, '') || ' ' || ref) ilike ${`%${q}%`}
    order by coalesce(residual_live_h, -1) desc, id desc limit 50`
}

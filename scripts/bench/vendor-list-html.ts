import { bodyOf, loadInTurn } from './load.ts'
import { fillVendors } from './many-vendors.ts'
import { LIST } from './plain-list.ts'
import { startProduct, startReference } from './product.ts'
import { must, mustEqual, type Options, type Result, type Workload } from './workload.ts'
import { openWorld } from './world.ts'

export const workload: Workload = {
  name: 'vendor-list-html',
  about: 'The vendor list as the whole page that a browser gets, 50 rows, two filters and a sort, under 16 connections.',
  run,
}

async function run(options: Options): Promise<Result> {
  const world = await openWorld()
  const product = await startProduct(world)
  const plain = await startReference('plain-server.ts', { DATABASE_URL: world.ownerUrl, ORGANISATION: world.member.orgId })
  const ours = { server: product, path: `/vendors?${LIST}`, headers: { Cookie: world.cookie, Accept: 'text/html', 'Accept-Language': 'zh-CN' } }
  const result: Result = { comparisons: [], notes: [] }
  let filled = 0
  for (const vendors of options.quick ? [200, 2000] : [10_000, 100_000]) {
    await fillVendors(world.owner, world.member, { from: filled + 1, to: vendors })
    filled = vendors
    const page = await bodyOf(ours)
    const ids = idsIn(page)
    must(ids.length > 0 && (options.quick || ids.length === 50), `the page has ${ids.length} rows`)
    mustEqual('vendors on the page', ids, idsIn(await bodyOf({ server: plain, path: '/html' })))
    const what = `${vendors.toLocaleString('en-GB')} vendors`
    const sides = { ours, checked: `${ids.length} ids` }
    const html = await loadInTurn(options, { ...sides, what: `${what}, HTML`, reference: { server: plain, path: '/html' }, referenceName: 'the query by hand + renderToString of a bare table' })
    const json = await loadInTurn(options, { ...sides, what: `${what}, HTML beside JSON`, reference: { server: plain, path: '/json' }, referenceName: 'the query by hand as JSON' })
    result.comparisons.push(...html, ...json)
    result.notes.push(`${what}: our page has ${(Buffer.byteLength(page) / 1024).toFixed(0)} kB before compression`)
  }
  return result
}

/** Vendors that the page leads to, in its order. */
function idsIn(html: string): string[] {
  return [...new Set([...html.matchAll(/href="\/vendors\/([0-9a-f-]{36})"/g)].map((match) => match[1]!))]
}

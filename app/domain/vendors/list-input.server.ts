import { z } from 'zod'
import { Problem } from '../errors.ts'
import { choices, id } from '../input.ts'
import { COMPUTED_FLAGS } from './computed-flag.ts'
import { VENDOR_STATUSES } from './vendor.ts'

export const VENDOR_SORTS = ['name', '-name', 'residual', '-residual', 'updated', '-updated'] as const
type VendorSort = (typeof VENDOR_SORTS)[number]

/** Where a page goes on: the sort value and id of the row before or after it. */
export type ListKey = [value: string | number, id: string]

const NAME_KEY = z.tuple([z.string().max(1000), id])
const NUMBER_KEY = z.tuple([z.number().int(), id])
const INSTANT_KEY = z.tuple([z.iso.datetime(), id])

const ids = z.preprocess((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]), z.array(id).max(20))

/** The address of a vendor list, for the page and for the API alike. */
const VendorListInput = z
  .object({
    q: z.string().max(200).default(''),
    status: choices(VENDOR_STATUSES, 0),
    tier: choices(['T1', 'T2', 'T3', 'T4'], 0),
    band: choices(['A', 'B', 'C', 'D', 'E'], 0),
    flag: choices(COMPUTED_FLAGS, 0),
    owner: ids,
    sort: z.enum(VENDOR_SORTS).default('-residual'),
    after: z.string().max(4000).optional(),
    before: z.string().max(4000).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .transform(({ after, before, ...rest }, context) => ({
    ...rest,
    q: rest.q.normalize('NFKC').replace(/\s+/g, ' ').trim(),
    after: readKey(after, rest.sort, context),
    before: readKey(before, rest.sort, context),
  }))
export type VendorListQuery = z.infer<typeof VendorListInput>

/** Reads the parameters of an address; throws Problem invalid, naming each parameter that makes no sense. */
export function readVendorList(params: URLSearchParams): VendorListQuery {
  const given: Record<string, string | string[]> = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value !== '')
    if (values.length > 0) given[name] = values.length === 1 ? values[0]! : values
  }
  const parsed = VendorListInput.safeParse(given)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), key: 'form.choice' }))
  throw new Problem('invalid', 'vendors.list.wrong_address', {}, fields)
}

export function writeKey(key: ListKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

function readKey(text: string | undefined, sort: VendorSort, context: z.RefinementCtx): ListKey | undefined {
  if (text === undefined) return undefined
  const shape = sort.endsWith('name') ? NAME_KEY : sort.endsWith('residual') ? NUMBER_KEY : INSTANT_KEY
  const parsed = shape.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', path: ['after'], message: 'form.choice' })
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

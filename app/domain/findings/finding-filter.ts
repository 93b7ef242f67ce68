import { FINDING_SEVERITIES, FINDING_STATUSES, type FindingSeverity, type FindingStatus } from './finding-status.ts'

export const FINDING_VIEWS = ['open', 'overdue', 'verify', 'closed', 'all'] as const
export type FindingView = (typeof FINDING_VIEWS)[number]

/** `vendor`: an id; `q`: a piece of a vendor's name or number, of a finding's or of a question's; `after`: the key of the page before. */
export type FindingFilter = { view: FindingView; status?: FindingStatus; severity?: FindingSeverity; vendor?: string; q?: string; after?: string }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The register's filter as an address writes it; what is not one of the choices is left out. */
export function readFindingFilter(search: URLSearchParams): FindingFilter {
  const vendor = search.get('vendor')
  return {
    view: oneOf(FINDING_VIEWS, search.get('view')) ?? 'open',
    status: oneOf(FINDING_STATUSES, search.get('status')),
    severity: oneOf(FINDING_SEVERITIES, search.get('severity')),
    vendor: vendor !== null && ID.test(vendor) ? vendor : undefined,
    q: search.get('q')?.trim().slice(0, 200) || undefined,
    after: search.get('after') ?? undefined,
  }
}

function oneOf<const T extends readonly string[]>(values: T, given: string | null): T[number] | undefined {
  return values.find((each) => each === given)
}

import { can, type Permission, type Role } from '#app/domain/identity/actor.ts'
import type { NavItem } from './side-nav.tsx'

type Waiting = { toReview: number; openFindings: number; openCases: number }
type Place = NavItem['id']

const MOST = 7
/** The first seven that a person may open stand in the sidebar, the others in the person's menu. */
const WORKING: Place[] = ['work', 'vendors', 'assessments', 'findings', 'agreements', 'calendar', 'violations', 'risk']
/** Who answers for the risk has it in sight. */
const JUDGING: Place[] = ['work', 'vendors', 'assessments', 'findings', 'calendar', 'violations', 'risk', 'agreements']
/** Who only reads has no work of their own, but the trail. */
const READING: Place[] = ['risk', 'vendors', 'assessments', 'findings', 'agreements', 'violations', 'trail', 'calendar']

const JUDGING_ROLES: readonly Role[] = ['compliance', 'compliance_head', 'executive']
const READING_ROLES: readonly Role[] = ['auditor', 'board_contact']

const NEEDS: Partial<Record<Place, Permission>> = { violations: 'violation.read', trail: 'trail.read', risk: 'vendor.read' }

/** The sidebar of a person: at most seven places, and none that their roles may not open. */
export function navigationFor(roles: Role[], waiting: Waiting): NavItem[] {
  const counts: Partial<Record<Place, number>> = { assessments: waiting.toReview, findings: waiting.openFindings, violations: waiting.openCases }
  return placesOf(roles).slice(0, MOST).map((id) => ({ id, to: `/${id}`, count: counts[id] }))
}

/** The places that the sidebar has no room for. */
export function furtherPlaces(roles: Role[]): NavItem[] {
  return placesOf(roles).slice(MOST).map((id) => ({ id, to: `/${id}` }))
}

function placesOf(roles: Role[]): Place[] {
  const member = { kind: 'member', orgId: '', userId: '', name: '', roles } as const
  return orderFor(roles).filter((place) => {
    const needed = NEEDS[place]
    return needed === undefined || can(member, needed)
  })
}

function orderFor(roles: Role[]): Place[] {
  if (roles.every((role) => READING_ROLES.includes(role))) return READING
  return roles.some((role) => JUDGING_ROLES.includes(role)) ? JUDGING : WORKING
}

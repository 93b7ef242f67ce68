import { can, type Role } from '#app/domain/identity/actor.ts'
import type { NavItem } from './side-nav.tsx'

type Waiting = { toReview: number; openFindings: number; openCases: number }
type Place = NavItem['id']

const EVERYBODY: Place[] = ['work', 'vendors', 'assessments', 'findings', 'agreements', 'calendar', 'violations']
/** Who only reads has no work of their own, but the trail. */
const READERS: Place[] = ['vendors', 'assessments', 'findings', 'agreements', 'calendar', 'violations', 'trail']
const READING_ROLES: readonly Role[] = ['auditor', 'board_contact']

/** The sidebar of a person: at most seven places, and none that their roles may not open. */
export function navigationFor(roles: Role[], waiting: Waiting): NavItem[] {
  const member = { kind: 'member', orgId: '', userId: '', name: '', roles } as const
  const places = roles.every((role) => READING_ROLES.includes(role)) ? READERS : EVERYBODY
  const counts: Partial<Record<Place, number>> = { assessments: waiting.toReview, findings: waiting.openFindings, violations: waiting.openCases }
  const open = (place: Place) => (place === 'violations' ? can(member, 'violation.read') : place === 'trail' ? can(member, 'trail.read') : true)
  return places.filter(open).map((id) => ({ id, to: `/${id}`, count: counts[id] }))
}

import type { Alert, AlertStage, AudienceRole } from './alert.ts'
import { holds, type Facts } from './condition.ts'

/** A person reached: a member of the organisation, a vendor's contact, or a bare address (the board contact may be one). */
export type Recipient = { id: string; kind: 'member' | 'contact' | 'address' }

/** Who holds each role at the moment of sending; `vendor` are the contacts of the subject's own vendor and nobody else's. */
export type Audience = Partial<Record<AudienceRole, Recipient[]>>

/** Whom a role falls to when nobody holds it; N-19 is raised for every role found empty (rule 7). */
const STAND_INS: AudienceRole[] = ['compliance_head', 'admin']

/** Roles to people, each person once; `missing` are the roles that nobody holds. */
export function resolveRecipients(roles: AudienceRole[], audience: Audience): { recipients: Recipient[]; missing: AudienceRole[] } {
  const missing = roles.filter((role) => !isHeld(role, audience))
  const standIn = missing.length > 0 ? STAND_INS.find((role) => isHeld(role, audience)) : undefined
  const asked = standIn ? [...roles, standIn] : roles
  return { recipients: everyoneOnce(asked.flatMap((role) => audience[role] ?? [])), missing }
}

/**
 * The roles a stage speaks to: the vendor only where the alert is visible to vendors, its own condition holds, and it is not
 * being ended while the alert is silent in exit (ruling 9, ruling 10).
 */
export function rolesOf(rung: AlertStage, alert: Alert, { facts, vendorInExit }: { facts: Facts; vendorInExit: boolean }): AudienceRole[] {
  const vendorHears = hears({ kind: 'contact' }, alert, vendorInExit) && holds(rung.vendor_only, facts)
  return vendorHears ? rung.to : rung.to.filter((role) => role !== 'vendor')
}

/** Whether this kind of person may hear of the alert at all. */
export function hears(person: Pick<Recipient, 'kind'>, alert: Alert, vendorInExit: boolean): boolean {
  if (person.kind !== 'contact') return true
  return alert.vendor_visible && !(vendorInExit && alert.vendor_in_exit === false)
}

/** Whether a vendor's contact finds this stage in its notification centre: its own record, and a stage that names vendors. */
export function vendorSees(alert: Alert, stage: { roles: AudienceRole[]; vendorId?: string }, contact: { vendorId: string }): boolean {
  return alert.vendor_visible && stage.vendorId === contact.vendorId && stage.roles.includes('vendor')
}

export function everyoneOnce(people: Recipient[]): Recipient[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

function isHeld(role: AudienceRole, audience: Audience): boolean {
  return (audience[role]?.length ?? 0) > 0
}

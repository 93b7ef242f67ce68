import { addMonths } from '#app/domain/organisations/calendar-dates.ts'
import type { ViolationClass } from './case.ts'

/** Months a ban lasts unless the agreement says otherwise (reonboard_ban_months, 12 to 120). */
export const BAN_MONTHS = 36

/** Why an engagement ended: by a confirmed violation, or in the ordinary way. */
type Ending = { kind: 'ordinary' } | { kind: 'violation'; class: ViolationClass; cureFailed: boolean }

/** A confirmed violation of class T or P bans, class D only when its cure failed; ordinary endings never do (rulings 22). */
export function banIsDue(ending: Ending): boolean {
  if (ending.kind === 'ordinary') return false
  return ending.class === 'D' ? ending.cureFailed : true
}

/** The last day of a ban that starts with the termination's effective date (DPA-31.4). */
export function banUntil(effectiveOn: string, months = BAN_MONTHS): string {
  return addMonths(effectiveOn, months)
}

interface Ban {
  fromOn: string
  /** Last day, included. */
  untilOn: string
  /** Lifted early by compliance head, legal and executive together. */
  liftedOn?: string
}

/** While a ban runs, intake is impossible; it ends by date (rulings 22) or by an early lifting. */
export function isBanned(bans: readonly Ban[], today: string): boolean {
  return bans.some((ban) => ban.fromOn <= today && today <= ban.untilOn && !(ban.liftedOn && ban.liftedOn <= today))
}

interface BanMatch extends Ban {
  kind: 'same_entity' | 'same_owner' | 'affiliate'
}

/** A ban of the same legal entity blocks; one of its owner or an affiliate asks for a person's review (reonboarding_ban.applies_to). */
export function banCheck(matches: readonly BanMatch[], today: string): 'blocked' | 'review' | 'clear' {
  const running = matches.filter((match) => isBanned([match], today))
  if (running.some((match) => match.kind === 'same_entity')) return 'blocked'
  return running.length ? 'review' : 'clear'
}

interface BanLifting {
  approvals: readonly { role: 'compliance_head' | 'legal' | 'executive'; userId: string }[]
  reason: string
}

/** Lifting a ban early needs all three roles, three people, and a written reason (vendor invariants). */
export function banMayBeLifted(lifting: BanLifting): boolean {
  const roles = new Set(lifting.approvals.map((approval) => approval.role))
  const people = new Set(lifting.approvals.map((approval) => approval.userId))
  return roles.size === 3 && people.size >= 3 && lifting.reason.trim().length > 0
}

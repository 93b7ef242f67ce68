import type { AgreementStatus, SigningParty } from './agreement.ts'

type NextAct =
  | 'complete' | 'submit' | 'send' | 'sign_both' | 'sign_company' | 'sign_vendor' | 'await_effect' | 'await_start'
  | 'in_force' | 'renew' | 'deliver_exit' | 'none'

/** Days before the last day from which a renewal has to be thought of (N-06). */
export const RENEWAL_DAYS = 90

type Facts = { status: AgreementStatus; signedBy: readonly SigningParty[]; daysLeft: number; daysToStart: number; /** Unknown in lists. */ problems?: number }

/** What has to happen next with an agreement, whoever does it. */
export function nextAct({ status, signedBy, daysLeft, daysToStart, problems = 0 }: Facts): NextAct {
  switch (status) {
    case 'draft':
      return problems > 0 ? 'complete' : 'submit'
    case 'in_review':
      return 'send'
    case 'sent':
    case 'partially_signed':
      return signedBy.length === 0 ? 'sign_both' : signedBy.includes('company') ? 'sign_vendor' : 'sign_company'
    case 'signed':
      return 'await_effect'
    case 'active':
      if (daysToStart > 0) return 'await_start'
      return daysLeft <= RENEWAL_DAYS ? 'renew' : 'in_force'
    case 'expired':
    case 'terminated':
      return 'deliver_exit'
    case 'superseded':
    case 'void':
      return 'none'
  }
}

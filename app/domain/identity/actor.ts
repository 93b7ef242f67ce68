export const ROLES = [
  'admin',
  'procurement',
  'compliance',
  'compliance_head',
  'executive',
  'legal',
  'security',
  'business_owner',
  'dsr_handler',
  'signatory',
  'board_contact',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

export type Member = { kind: 'member'; orgId: string; userId: string; name: string; roles: Role[] }
/** A vendor's person who entered by link: sees and does only what belongs to that vendor. */
export type Contact = { kind: 'contact'; orgId: string; contactId: string; vendorId: string; name: string }
export type System = { kind: 'system'; orgId: string; job: string }
export type Actor = Member | Contact | System

/** Who acted, as the trail and stored files remember it: a name stays true when the person is gone. */
export function signatureOf(actor: Actor) {
  switch (actor.kind) {
    case 'member':
      return { kind: actor.kind, id: actor.userId, name: actor.name }
    case 'contact':
      return { kind: actor.kind, id: actor.contactId, name: actor.name }
    case 'system':
      return { kind: actor.kind, id: actor.job, name: actor.job }
  }
}

const EVERYONE: Role[] = [...ROLES]
const JUDGES: Role[] = ['compliance', 'compliance_head']
const BUYERS: Role[] = ['procurement', 'business_owner', 'compliance', 'compliance_head']

/** Who may do what. Buttons, verbs and tests ask this one table; what is not listed is denied. */
const PERMISSIONS = {
  'organisation.read': EVERYONE,
  'organisation.update': ['admin'],
  'organisation.remove_demo': ['admin'],
  'account.update': EVERYONE,
  'member.invite': ['admin'],
  'member.update': ['admin'],
  'member.remove': ['admin'],
  'mailbox.read': ['admin'],
  'trail.read': ['admin', 'auditor', 'compliance', 'compliance_head', 'executive'],

  'vendor.read': EVERYONE,
  'vendor.create': BUYERS,
  'vendor.update': BUYERS,
  'vendor.suspend': JUDGES,
  'vendor.resume': JUDGES,
  'vendor.withdraw': ['procurement'],
  'contact.create': BUYERS,
  'contact.update': BUYERS,

  'engagement.create': BUYERS,
  'engagement.update': BUYERS,
  'engagement.submit': ['procurement'],

  'assessment.read': EVERYONE,
  'assessment.send': ['procurement', 'compliance', 'compliance_head'],
  'assessment.remind': ['procurement', 'compliance', 'compliance_head'],
  'assessment.extend': ['procurement', 'compliance', 'compliance_head'],
  'assessment.withdraw': ['procurement', 'compliance', 'compliance_head'],
  'assessment.preview': ['procurement', 'compliance', 'compliance_head'],
  'assessment.review': JUDGES,
  'assessment.decide': JUDGES,
  'assessment.override': ['compliance_head', 'executive'],

  'file.read': EVERYONE,
  'file.upload': EVERYONE.filter((role) => role !== 'auditor'),

  'finding.read': EVERYONE,
  'finding.update': ['compliance', 'compliance_head', 'business_owner', 'procurement'],
  'finding.verify': JUDGES,

  'agreement.read': EVERYONE,
  'agreement.draft': ['procurement', 'legal', 'compliance', 'compliance_head'],
  'agreement.review': ['procurement', 'legal', 'compliance', 'compliance_head'],
  'agreement.send': JUDGES,
  'agreement.sign': ['signatory', 'executive'],
  'agreement.void': JUDGES,

  'audit.read': EVERYONE,
  'audit.plan': JUDGES,
  'audit.conduct': JUDGES,
  'audit.close': ['compliance_head'],

  'violation.read': ['admin', 'compliance', 'compliance_head', 'executive', 'legal', 'security', 'auditor', 'board_contact', 'business_owner', 'procurement'],
  'violation.report': EVERYONE.filter((role) => role !== 'auditor'),
  'violation.triage': JUDGES,
  'violation.investigate': JUDGES,
  'violation.add_evidence': ['compliance', 'compliance_head', 'security', 'legal'],
  'violation.confirm': JUDGES,
  'violation.review_downgrade': ['compliance_head', 'legal'],
  'violation.complete_step': ['compliance', 'compliance_head', 'security', 'legal', 'business_owner', 'procurement'],
  'violation.terminate': ['compliance_head'],
  'violation.close': ['compliance_head'],

  'transfer.register': ['procurement', 'business_owner', 'security', 'compliance', 'compliance_head'],
  'notification.read': EVERYONE,
  'notification.acknowledge': EVERYONE,
} satisfies Record<string, Role[]>
export type Permission = keyof typeof PERMISSIONS

/** What a vendor's contact may do, always on its own vendor's records only. */
const CONTACT_PERMISSIONS = [
  'portal.read',
  'portal.answer',
  'portal.upload',
  'portal.submit',
  'portal.reply',
  'portal.sign',
] as const
export type ContactPermission = (typeof CONTACT_PERMISSIONS)[number]

export function can(actor: Actor, permission: Permission | ContactPermission): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'contact') return (CONTACT_PERMISSIONS as readonly string[]).includes(permission)
  const allowed: readonly Role[] | undefined = (PERMISSIONS as Partial<Record<string, Role[]>>)[permission]
  return allowed?.some((role) => actor.roles.includes(role)) ?? false
}

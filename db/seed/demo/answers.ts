import type { AnswerValue, TableRow } from '#app/domain/questionnaires/template.ts'

export type DemoAnswers = Record<string, AnswerValue>

type Person = { name: string; email: string; phone: string }

/** A careful vendor; dates are days before the day of answering. */
export function strongAnswers({ on, person, site }: { on: (daysBefore: number) => string; person: Person; site: string }): DemoAnswers {
  const contacts: TableRow[] = [
    { role: 'privacy_lead', name: person.name, title: '信息保护负责人', phone: person.phone, email: person.email },
    { role: 'incident_contact', name: person.name, title: '安全值班', phone: person.phone, email: person.email },
  ]
  return {
    'GOV-01': 'iso27001_in_scope',
    'GOV-02': contacts,
    'GOV-03': 'yes',
    'GOV-04': 'none',
    'LAW-01': 'yes',
    'LAW-02': 'tagged_and_enforced',
    'LAW-03': 'never',
    'LAW-04': 'yes',
    'LAW-05': 'our_notice_and_separate_consent',
    'LAW-06': 'yes',
    'LAW-07': 'yes',
    'LAW-08': 'yes',
    'ACC-01': 'named_least_privilege',
    'ACC-02': 'yes',
    'ACC-03': 'quarterly',
    'ACC-04': 24,
    'ACC-05': 'yes',
    'ACC-06': 36,
    'ACC-07': 'yes',
    'ACC-08': 'automated',
    'ACC-09': 'yes',
    'ENC-01': 'all_strong',
    'ENC-02': 'kms_rotated',
    'ENC-03': ['screen', 'logs', 'test_data', 'analytics', 'support'],
    'ENC-04': 'daily_encrypted_offsite',
    'ENC-05': on(90),
    'ENC-06': 'yes',
    'ENC-07': 'yes',
    'TRN-01': 'tls12plus_all',
    'TRN-02': 'yes',
    'TRN-03': 'yes',
    'TRN-04': [{ site, country: 'CN', function: 'store', operator: '自营' }],
    'TRN-05': 'standard_contract',
    'TRN-06': 'yes',
    'TRN-07': 'yes',
    'SEC-01': 'yes',
    'SEC-02': 'monthly_or_continuous',
    'SEC-03': 7,
    'SEC-04': on(120),
    'SEC-05': 'yes',
    'SEC-06': 'yes',
    'HRS-01': 'yes',
    'HRS-02': 'yes',
    'HRS-03': 'induction_and_yearly_test',
    'INC-01': 'yes',
    'INC-02': on(150),
    'INC-03': 24,
    'INC-04': 'none',
    'INC-06': 'yes',
    'SUB-01': 'no',
    'DSR-01': 'yes',
    'DSR-02': 10,
    'DSR-03': 'yes',
    'DSR-04': 'yes',
    'RET-01': 'yes',
    'RET-02': 'yes',
    'RET-03': 30,
    'RET-04': 'standard_with_certificate',
    'RET-05': 'yes',
    'AUD-01': 'yes',
    'AUD-02': 'yes',
    'AUD-03': on(200),
    'AUD-04': 'yes',
  }
}

/** What ordinary vendors leave open: findings, none of them before the contract. */
export const ORDINARY: DemoAnswers = {
  'LAW-02': 'logical_separation',
  'LAW-04': 'partial',
  'ACC-03': 'half_yearly',
  'ACC-06': 12,
  'ACC-09': 'partial',
  'ENC-03': ['screen', 'test_data', 'logs'],
  'SEC-02': 'quarterly',
  'SEC-03': 15,
  'HRS-03': 'yearly',
  'RET-05': 'partial',
}

/** High findings that have to be put right while the engagement runs. */
export const LAGGING: DemoAnswers = { ...ORDINARY, 'ACC-01': 'rbac_some_shared', 'ACC-04': 72, 'ENC-02': 'kms_no_rotation', 'SEC-06': 'partial', 'INC-06': 'partial' }

/** A critical finding that stands before the contract. */
export const SHARED_ACCOUNTS: DemoAnswers = { ...ORDINARY, 'ACC-01': 'shared_accounts', 'HRS-02': 'partial' }

/** No multi-factor authentication: conditional, closed before signature. */
export const NO_MFA: DemoAnswers = { ...ORDINARY, 'ACC-02': 'no' }

/** Refuses to hand over access logs: no way round that. */
export const REFUSES_LOGS: DemoAnswers = { ...LAGGING, 'ACC-08': 'refused', 'INC-03': 96 }

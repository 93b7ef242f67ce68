import type { AnswerValue } from '#app/domain/questionnaires/template.ts'

/** A whole intake form of a logistics vendor, worked example E1: 41 points, T3, no floor. The report of IN-19 is `piaFileId`. */
export function aFullIntake(piaFileId: string, values: Record<string, AnswerValue> = {}): Record<string, AnswerValue> {
  return {
    'IN-04': ['logistics'],
    'IN-05': [{ scenario: '送货', info_types: ['contact', 'transaction'], operations: ['view', 'store'], purpose: 'logistics', systems: '运单系统' }],
    'IN-06': ['contact', 'identity_basic', 'transaction'],
    'IN-07': 60000,
    'IN-08': ['view', 'store'],
    'IN-09': 'api_or_file',
    'IN-10': [{ country: 'CN', function: 'store' }],
    'IN-11': 'same_jurisdiction',
    'IN-12': 'one_or_two',
    'IN-13': 'medium',
    'IN-14': 'easy',
    'IN-15': '2026-12-01',
    'IN-16': '2028-11-30',
    'IN-17': 'contract',
    'IN-18': 'partly',
    'IN-19': [piaFileId],
    'IN-20': 'no',
    'IN-21': 'no',
    'IN-22': 'no',
    'IN-23': 'entrusted',
    ...values,
  }
}

import { describe, expect, test } from 'vitest'
import en from '#app/i18n/en/agreementDraft.ts'
import zh from '#app/i18n/zh-CN/agreementDraft.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { describeProblem } from './describe-problem.ts'
import { fillIn } from './wording.ts'

const { template } = exampleInput().library
const say = (code: keyof typeof en.problem, data: Record<string, string | number>, language: 'zh' | 'en') => {
  const { values } = describeProblem({ code: `agreementDraft.problem.${code}`, data }, template, language)
  return fillIn((language === 'zh' ? zh : en).problem[code], (name) => String(values[name]))
}

describe('a problem reads with names, not ids', () => {
  test.each([
    ['parameter_out_of_range', { parameter: 'plan_days', min: 1, max: 10 }, '“整改计划（工作日）”须在1至10之间。', '“Remediation plan (business days)” must lie between 1 and 10.'],
    ['clause_not_removable', { clause: 'DPA-26' }, 'DPA-26 审计权不能删去。', 'DPA-26 Audit cannot be left out.'],
    ['scope_cell_missing', { row: 3, column: 'operations' }, '附件一第3行：请填写“处理动作”。', 'Schedule 1, row 3: fill in “Operations”.'],
    ['contact_missing', { party: 'vendor', role: 'privacy_lead' }, '乙方须指定个人信息保护负责人，并留下电话或邮箱。', 'Vendor: name a Privacy lead with telephone or e-mail.'],
    ['vendor_banned', { until: '2029-01-01' }, '该供应商处于禁入期，2029-01-01前不得再次合作。', 'The vendor may not be engaged again before 2029-01-01.'],
  ] as const)('%s', (code, data, chinese, english) => {
    expect(say(code, data, 'zh')).toBe(chinese)
    expect(say(code, data, 'en')).toBe(english)
  })
})

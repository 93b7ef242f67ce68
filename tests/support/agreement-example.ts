import { readAgreementLibrary } from '#app/domain/agreements/agreement-library.server.ts'
import { clauseConditions } from '#app/domain/agreements/clause-conditions.ts'
import { dataLocationsFrom } from '#app/domain/agreements/commitments.ts'
import type { AcceptedAnswer } from '#app/domain/agreements/commitments.ts'
import type { DraftInput } from '#app/domain/agreements/draft.ts'
import { vendorContacts, type Contact } from '#app/domain/agreements/schedules.ts'
import { scopeFromIntake } from '#app/domain/agreements/scope.ts'
import type { IntakeAnswers, TableRow } from '#app/domain/questionnaires/template.ts'

export const EXAMPLE_INTAKE: IntakeAnswers = {
  'IN-04': ['customer_support', 'service_delivery'],
  'IN-05': [
    { scenario: '来电受理与订单查询', info_types: ['contact', 'transaction'], operations: ['view'], purpose: 'customer_support' },
    { scenario: '短信与邮件回访', info_types: ['contact'], operations: ['view', 'provide'], purpose: 'service_delivery' },
  ],
  'IN-06': ['contact', 'identity_basic', 'transaction'],
  'IN-07': 60000,
  'IN-08': ['view', 'store', 'provide'],
  'IN-09': 'account_in_our_system',
  'IN-10': [{ country: 'CN', function: 'store' }],
  'IN-11': 'same_jurisdiction',
  'IN-12': 'one_or_two',
  'IN-13': 'high',
  'IN-14': 'moderate',
  'IN-15': '2026-12-01',
  'IN-16': '2028-11-30',
  'IN-17': 'contract',
  'IN-20': 'no',
  'IN-21': 'no',
  'IN-22': 'no',
  'IN-23': 'entrusted',
}

const PLACES: TableRow[] = [
  { site: '杭州机房', country: 'CN', function: 'store', operator: '某云计算有限公司' },
  { site: '广州座席中心', country: 'CN', function: 'access', operator: '乙方自营' },
]

export const EXAMPLE_ANSWERS: AcceptedAnswer[] = Object.entries({
  'ACC-01': 'named_least_privilege', 'ACC-02': 'yes', 'ACC-03': 'quarterly', 'ACC-04': 24, 'ACC-05': 'yes', 'ACC-06': 36, 'ACC-07': 'yes',
  'ACC-08': 'automated', 'ACC-09': 'partial', 'ENC-01': 'all_strong', 'ENC-02': 'kms_rotated', 'ENC-03': ['screen', 'logs', 'test_data'],
  'ENC-04': 'daily_encrypted_offsite', 'ENC-05': '2026-02-10', 'ENC-06': 'yes', 'ENC-07': 'yes', 'TRN-01': 'tls12plus_all', 'TRN-02': 'yes',
  'TRN-03': 'yes', 'TRN-04': PLACES, 'TRN-07': 'yes', 'SEC-01': 'yes', 'SEC-02': 'quarterly', 'SEC-03': 7, 'SEC-04': '2026-03-15',
  'SEC-05': 'yes', 'SEC-06': 'yes', 'HRS-01': 'yes', 'HRS-02': 'yes', 'HRS-03': 'induction_and_yearly_test', 'INC-01': 'yes',
  'INC-02': '2025-12-20', 'INC-03': 24, 'INC-06': 'no',
}).map(([question, value]) => ({ question, value }))

const VENDOR_CONTACTS: TableRow[] = [
  { role: 'privacy_lead', name: '黄志远', title: '信息保护主管', phone: '020-8000 1201', email: 'privacy@yunfan.example' },
  { role: 'incident_contact', name: 'Ou Peishan 欧佩珊', title: '值班经理', phone: '020-8000 1299', email: 'soc@yunfan.example' },
]
const COMPANY_CONTACTS: Contact[] = [
  { party: 'company', role: 'privacy_lead', name: '周敏', title: '合规负责人', phone: '021-6000 3300', email: 'dpo@haiwan.example' },
  { party: 'company', role: 'incident_contact', name: '谭亦菲', title: '安全运营', phone: '021-6000 3399', email: 'csirt@haiwan.example' },
]

/** A complete draft input that has no problem; `intake` replaces single answers. */
export function exampleInput(intake: IntakeAnswers = {}, changes: Partial<DraftInput> = {}): DraftInput {
  const library = readAgreementLibrary()
  const answers = { ...EXAMPLE_INTAKE, ...intake }
  const { holds, facts } = clauseConditions(library.questionnaire, answers)
  return {
    library,
    holds,
    facts,
    tier: 'T2',
    version: 1,
    parameters: {
      company_name: { zh: '海湾消费金融股份有限公司', en: 'Haiwan Consumer Finance Co., Ltd.' },
      company_reg_no: '91310115MA1H8Q2C4L',
      company_address: { zh: '上海市浦东新区世纪大道1568号', en: '1568 Century Avenue, Pudong, Shanghai' },
      vendor_name: { zh: '广州云帆呼叫中心服务外包有限公司', en: 'Guangzhou Yunfan Contact Centre Outsourcing Co., Ltd.' },
      vendor_reg_no: '91440101MA5D3F7K8X',
      vendor_address: { zh: '广州市番禺区南村镇兴业大道88号', en: '88 Xingye Avenue, Panyu District, Guangzhou' },
      agreement_no: 'HW-2026-0117',
      sign_date: '2026-11-24',
      service_name: { zh: '呼入客服与分期贷款回访', en: 'inbound customer service and instalment-loan call-backs' },
      main_contract_ref: 'HW-2026-0881',
      auth_start: '2026-12-01',
      auth_end: '2028-11-30',
      purposes: ['customer_support', 'service_delivery'],
      data_locations: dataLocationsFrom(PLACES, library.template.places),
      cn_transfer_mechanism: 'standard_contract',
      ld_amount: { zh: '人民币五十万元', en: 'CNY 500,000' },
      insurance_amount: { zh: '人民币一千万元', en: 'CNY 10,000,000' },
    },
    scope: scopeFromIntake(answers, { max_records_per_day: 5000, max_export_per_event: 500, hours: '08:00-20:00', recipients: ['our-sftp'] }),
    accepted: EXAMPLE_ANSWERS,
    subProcessors: [{ name: '某短信通道有限公司', country: 'CN', service: '短信下发', info_types: ['contact'], agreement: 'yes', last_assessed: '2026-05-01' }],
    contacts: [...COMPANY_CONTACTS, ...vendorContacts(VENDOR_CONTACTS)],
    assessed: { infoTypes: ['contact', 'identity_basic', 'transaction'], operations: ['view', 'store', 'provide'] },
    homeCountry: 'CN',
    gates: { openPreContractFindings: [], hardKnockouts: [], hasImpactAssessment: true },
    ...changes,
  }
}

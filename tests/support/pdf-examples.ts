import type { DecisionMemo } from '#app/pdf/decision-memo-pdf.server.ts'
import type { Receipt } from '#app/pdf/receipt-pdf.server.ts'
import type { TerminationNotice } from '#app/pdf/termination-notice-pdf.server.ts'

const COMPANY = { zh: '海湾消费金融股份有限公司', en: 'Haiwan Consumer Finance Co., Ltd.' }
const VENDOR = { zh: '上海兰桥数据科技股份有限公司', en: 'Shanghai Lanqiao Data Technology Co., Ltd.' }

export const EXAMPLE_NOTICE: TerminationNotice = {
  noticeNo: 'HW-TN-2026-0009',
  issuedAt: new Date('2026-11-23T08:20:00Z'),
  zone: 'Asia/Shanghai',
  printed: 'both',
  company: COMPANY,
  vendor: VENDOR,
  vendorAddress: { zh: '上海市浦东新区张江路368号', en: '368 Zhangjiang Road, Pudong, Shanghai' },
  agreementNo: 'HW-2025-0042',
  signedOn: { zh: '2025年6月3日', en: '3 June 2025' },
  violation: { zh: 'V-04 擅自转委托', en: 'V-04 Unauthorised sub-processing' },
  facts: [
    {
      zh: '2026年10月2日至11月15日，乙方未经甲方书面同意，让名册外的组织 ORG-77 查询客户信息4,812次，来源地址归属一家未列入附件三的服务商。',
      en: 'From 2 October to 15 November 2026 the Vendor let the organisation ORG-77, which is not in Schedule 3, query customer information 4,812 times without the written consent of the Company.',
    },
  ],
  firstAt: new Date('2026-10-02T01:12:00Z'),
  lastAt: new Date('2026-11-15T09:40:00Z'),
  infoTypes: { zh: '基础身份、联系方式、交易记录', en: 'Basic identity; Contact details; Transactions and orders' },
  subjectsAffected: 1284,
  article: { zh: '第28条', en: 'Article 28' },
  groundItem: 'c',
  deadlines: {
    access: { zh: '2026年11月24日16:20', en: '24 November 2026, 16:20' },
    plan: { zh: '2026年11月26日', en: '26 November 2026' },
    return: { zh: '2026年12月3日', en: '3 December 2026' },
    delete: { zh: '2026年12月23日', en: '23 December 2026' },
    certificate: { zh: '删除完成后5日，最迟2026年12月28日', en: '5 days after deletion, 28 December 2026 at the latest' },
  },
  contact: { zh: '何文博，合规负责人，dpo@haiwan.example，021-6000 3300', en: 'He Wenbo, Head of Compliance, dpo@haiwan.example, +86 21 6000 3300' },
  objectUntil: { zh: '2026年11月30日', en: '30 November 2026' },
  signedBy: { name: '何文博', role: { zh: '合规负责人', en: 'Head of Compliance' } },
}

export const EXAMPLE_RECEIPT: Receipt = {
  receiptNo: 'HW-A-0087',
  submittedAt: new Date('2026-11-20T06:32:10Z'),
  zone: 'Asia/Shanghai',
  printed: 'both',
  company: COMPANY,
  vendor: VENDOR,
  questionnaire: { zh: '供应商安全与隐私问卷 1.0.0', en: 'Vendor security and privacy questionnaire 1.0.0' },
  attestedBy: { name: '李娜', role: '信息安全经理', email: 'lina@lanqiao.example' },
  sections: [
    {
      title: { zh: '访问控制与日志', en: 'Access control & logging' },
      answers: [
        {
          question: 'ACC-01',
          text: { zh: '对客户信息的访问如何授权？', en: 'How is access to customer information authorised?' },
          answer: { zh: '实名账号、按岗位最小授权、审批留痕', en: 'Named accounts, least privilege by role, approvals recorded' },
        },
        {
          question: 'ACC-04',
          text: { zh: '人员离岗或调岗后，多少小时内收回访问权限？', en: 'Within how many hours is access withdrawn after a person leaves or moves?' },
          answer: { zh: '24小时', en: '24 hours' },
        },
        { question: 'ACC-06', text: { zh: '访问日志保存多少个月？', en: 'For how many months are access logs kept?' } },
      ],
    },
    {
      title: { zh: '加密、脱敏与备份', en: 'Encryption, masking & backup' },
      answers: [
        {
          question: 'ENC-01',
          text: { zh: '存储的客户信息如何加密？', en: 'How is stored customer information encrypted?' },
          notApplicable: '本服务不存储客户信息，仅通过贵司系统查询。',
        },
      ],
    },
  ],
  files: [
    { question: 'ACC-01', name: '授权矩阵 2026-Q3.xlsx', bytes: 48211, sha256: '9f2c41d7a0e351be08c2d4f7b1a96e3c5d7f0a1b2c3d4e5f60718293a4b5c6d7' },
    { question: 'ACC-05', name: 'access-log-sample-november-2026-anonymised-final-version.csv', bytes: 1284402, sha256: '51be08c2d4f7b1a96e3c5d7f0a1b2c3d4e5f60718293a4b5c6d79f2c41d7a0e3' },
  ],
  digest: 'e3a96680d4f7b1a96e3c5d7f0a1b2c3d4e5f60718293a4b5c6d79f2c41d71c8d',
}

export const EXAMPLE_MEMO: DecisionMemo = {
  memoNo: 'HW-A-0087',
  decidedAt: new Date('2026-11-24T02:32:00Z'),
  zone: 'Asia/Shanghai',
  printed: 'both',
  vendor: VENDOR,
  assessment: { zh: 'A-0087，2026年11月20日提交', en: 'A-0087, submitted 20 November 2026' },
  standing: { zh: 'T1级，残余风险37.02，C档', en: 'Tier T1, residual 37.02, band C' },
  lines: [
    { reason: { zh: '固有风险', en: 'Inherent exposure' }, detail: { zh: '124万人、语音记录、平台访问', en: '1,240,000 people, voice recordings, platform access' }, points: '72.00', result: '72.00' },
    { reason: { zh: '控制有效性78.40%', en: 'Controls, effectiveness 78.40 %' }, detail: { zh: '至多抵减85%', en: 'remove at most 85 % of the exposure' }, points: '−47.98', result: '24.02' },
    { reason: { zh: '一项高风险问题逾期', en: 'One high finding past its date' }, points: '+5.00', result: '29.02' },
    { reason: { zh: '残余风险', en: 'Residual' }, result: '37.02', total: true },
  ],
  knockouts: [{ code: 'KO-22', text: { zh: '特权访问未启用多因素认证', en: 'No multi-factor authentication for privileged access' } }],
  findings: [
    { id: 'F-0412', text: { zh: '请列出共用账号并限期取消。', en: 'List shared accounts and retire them.' }, severity: { zh: '高', en: 'High' }, dueOn: '2026-12-20', preContract: true },
    { id: 'F-0413', text: { zh: '请覆盖全部岗位。', en: 'Cover all roles.' }, severity: { zh: '低', en: 'Low' }, dueOn: '2027-02-18', preContract: false },
  ],
  decision: { zh: '附条件批准', en: 'Approved with conditions' },
  reasons: [{ zh: '规则 R6：残余风险处于C档，且存在高风险问题。', en: 'Rule R6: the residual lies in band C and a high finding is open.' }],
  conditions: [{ text: { zh: '取消共用账号', en: 'Retire shared accounts' }, dueOn: '2026-12-20' }],
  decidedBy: '周敏',
  confirmedBy: '何文博',
}

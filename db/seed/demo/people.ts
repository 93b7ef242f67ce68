import type { Role } from '#app/domain/identity/actor.ts'

type DemoPerson = { key: string; name: string; email: string; roles: Role[]; language: 'zh-CN' | 'en' }

/** The demo organisation's people: one for each seat, two where the rules want a second pair of eyes. */
export const DEMO_PEOPLE = [
  { key: 'admin', name: '韩雪', email: 'han.xue@haiwan.example', roles: ['admin'], language: 'zh-CN' },
  { key: 'procurement', name: '徐文静', email: 'xu.wenjing@haiwan.example', roles: ['procurement'], language: 'zh-CN' },
  { key: 'compliance', name: '周敏', email: 'zhou.min@haiwan.example', roles: ['compliance'], language: 'zh-CN' },
  { key: 'second', name: '唐宁', email: 'tang.ning@haiwan.example', roles: ['compliance', 'dsr_handler'], language: 'zh-CN' },
  { key: 'head', name: '何文博', email: 'he.wenbo@haiwan.example', roles: ['compliance_head'], language: 'zh-CN' },
  { key: 'executive', name: 'Daniel Shen', email: 'daniel.shen@haiwan.example', roles: ['executive', 'signatory'], language: 'en' },
  { key: 'legal', name: '梁晓', email: 'liang.xiao@haiwan.example', roles: ['legal'], language: 'zh-CN' },
  { key: 'security', name: '高远', email: 'gao.yuan@haiwan.example', roles: ['security'], language: 'zh-CN' },
  { key: 'owner', name: '林佳怡', email: 'lin.jiayi@haiwan.example', roles: ['business_owner'], language: 'zh-CN' },
  { key: 'auditor', name: 'Grace Miller', email: 'grace.miller@haiwan.example', roles: ['auditor'], language: 'en' },
  { key: 'board', name: '傅明', email: 'fu.ming@haiwan.example', roles: ['board_contact'], language: 'zh-CN' },
] as const satisfies DemoPerson[]

export type DemoKey = (typeof DEMO_PEOPLE)[number]['key']

export const DEMO_ORGANISATION = {
  name: '海湾消费金融有限公司',
  nameAlt: 'Haiwan Consumer Finance Co., Ltd.',
  address: '上海市浦东新区海湾路88号',
  unitDepartment: '客户信息保护办公室',
  unitLead: '何文博',
  unitPhone: '+86 21 5555 0100',
  unitEmail: 'he.wenbo@haiwan.example',
}

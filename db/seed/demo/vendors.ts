import type { AnswerValue } from '#app/domain/questionnaires/template.ts'
import { LAGGING, NO_MFA, ORDINARY, REFUSES_LOGS, SHARED_ACCOUNTS, type DemoAnswers } from './answers.ts'

/** How far the demo takes a vendor along the path. */
export const STATIONS = [
  'draft', 'intake', 'invited', 'answering', 'submitted', 'reviewing', 'returned', 'proposed', 'decided', 'contracting', 'sent', 'half_signed', 'active',
] as const
export type Station = (typeof STATIONS)[number]

export type DemoVendor = {
  name: string
  nameAlt: string
  service: string
  contact: string
  domain: string
  address: string
  /** Days before today on which the request was made. */
  began: number
  until: Station
  answers?: DemoAnswers
  intake?: Record<string, AnswerValue>
  /** Months from the start of the authorisation to its end; 24 unless said. */
  months?: number
  /** Days from today on which its certificate expires. */
  certificateDays?: number
  /** How many of the findings that are due by now stay open. */
  leaves?: number
  /** What happens afterwards. */
  then?: 'must_terminate' | 'notice_issued' | 'suspected' | 'suspended' | 'withdrawn'
  language?: 'zh-CN' | 'en'
}

const T1 = {
  'IN-04': ['customer_support', 'service_delivery'],
  'IN-06': ['contact', 'identity_basic', 'transaction', 'id_number'],
  'IN-07': 1_240_000,
  'IN-08': ['view', 'store', 'use_compute'],
  'IN-09': 'account_in_our_system',
  'IN-12': 'one_or_two',
  'IN-13': 'high',
  'IN-14': 'hard',
  'IN-21': 'cn_bank_insurance',
} satisfies Record<string, AnswerValue>
const PAYMENT = { ...T1, 'IN-04': ['payment_settlement'], 'IN-06': ['identity_basic', 'payment', 'financial_account'], 'IN-09': 'vendor_hosted_copy' } satisfies Record<string, AnswerValue>
const T2 = {
  'IN-06': ['contact', 'identity_basic', 'id_number'],
  'IN-07': 180_000,
  'IN-08': ['view', 'store'],
  'IN-13': 'medium',
  'IN-14': 'moderate',
} satisfies Record<string, AnswerValue>
const T4 = { 'IN-06': ['contact'], 'IN-07': 800, 'IN-08': ['view'], 'IN-09': 'masked_feed', 'IN-12': 'none', 'IN-13': 'low', 'IN-14': 'easy' } satisfies Record<string, AnswerValue>

/** Twenty-five vendors, one at least in each state that a person would want to see. */
export const DEMO_VENDORS: DemoVendor[] = [
  { name: '广州云帆呼叫中心服务外包有限公司', nameAlt: 'Guangzhou Yunfan Contact Centre Outsourcing Co., Ltd.', service: '分期业务客户服务外包', contact: '黄志远', domain: 'yunfan.example', address: '广州市番禺区云帆路9号', began: 170, until: 'active', answers: LAGGING, intake: T1, leaves: 1 },
  { name: '上海蓝桥数据科技有限公司', nameAlt: 'Shanghai Lanqiao Data Technology Co., Ltd.', service: '客户画像与数据分析平台', contact: '顾晨', domain: 'lanqiao.example', address: '上海市徐汇区蓝桥路6号', began: 110, until: 'active', answers: ORDINARY, intake: { ...T1, 'IN-04': ['risk_control'], 'IN-22': 'yes' }, then: 'must_terminate' },
  { name: '北京朔风云计算有限公司', nameAlt: 'Beijing Shuofeng Cloud Computing Co., Ltd.', service: '核心系统云托管', contact: '孟凡', domain: 'shuofeng.example', address: '北京市海淀区朔风街1号', began: 26, until: 'proposed', answers: LAGGING, intake: { ...PAYMENT, 'IN-04': ['hosting'] } },
  { name: '深圳市前海迅达供应链与物流服务（集团）股份有限公司华南分公司', nameAlt: 'Shenzhen Qianhai Xunda Supply Chain and Logistics Services (Group) Co., Ltd., South China Branch', service: '商城订单配送', contact: '罗成浩', domain: 'xunda.example', address: '深圳市前海合作区迅达大厦', began: 24, until: 'submitted', answers: { ...ORDINARY, 'ACC-01': 'rbac_some_shared' } },
  { name: '杭州清河消息技术有限公司', nameAlt: 'Hangzhou Qinghe Messaging Technology Co., Ltd.', service: '短信与推送通知', contact: '沈清', domain: 'qinghe.example', address: '杭州市滨江区清河坊2号', began: 200, until: 'active', answers: ORDINARY, intake: T2, certificateDays: 12 },
  { name: '成都金冠档案数字化有限公司', nameAlt: 'Chengdu Jinguan Records Digitisation Co., Ltd.', service: '纸质合同数字化', contact: '尹丽', domain: 'jinguan.example', address: '成都市高新区金冠路18号', began: 30, until: 'answering', intake: T2 },
  { name: '子午线客户服务（亚太）有限公司', nameAlt: 'Meridian Contact Services (Asia Pacific) Pte. Ltd.', service: '英文客户热线', contact: 'Priya Nair', domain: 'meridian.example', address: '上海市静安区子午大厦20层', began: 40, until: 'returned', answers: ORDINARY, intake: T2, language: 'en' },
  { name: '桤木分析（中国）有限公司', nameAlt: 'Aldertree Analytics (China) Co., Ltd.', service: '信用风险模型验证', contact: 'Jonas Weber', domain: 'aldertree.example', address: '上海市浦东新区桤木路3号', began: 60, until: 'decided', answers: NO_MFA, intake: { ...T2, 'IN-04': ['risk_control'] }, language: 'en' },
  { name: '苏州启明支付技术有限公司', nameAlt: 'Suzhou Qiming Payment Technology Co., Ltd.', service: '代扣与清分', contact: '陆启明', domain: 'qiming.example', address: '苏州市工业园区启明街5号', began: 80, until: 'active', answers: {}, intake: PAYMENT },
  { name: '南京智印文档服务有限公司', nameAlt: 'Nanjing Zhiyin Document Services Co., Ltd.', service: '账单打印与邮寄', contact: '姚静', domain: 'zhiyin.example', address: '南京市雨花台区智印路7号', began: 150, until: 'active', answers: ORDINARY, intake: T2 },
  { name: '武汉楚江催收管理有限公司', nameAlt: 'Wuhan Chujiang Collections Management Co., Ltd.', service: '逾期账款提醒', contact: '胡建', domain: 'chujiang.example', address: '武汉市江汉区楚江道11号', began: 120, until: 'active', answers: LAGGING, intake: T2, then: 'suspended' },
  { name: '重庆山城实名认证有限公司', nameAlt: 'Chongqing Shancheng Identity Verification Co., Ltd.', service: '实名核验接口', contact: '石磊', domain: 'shancheng.example', address: '重庆市渝北区山城路4号', began: 95, until: 'active', answers: ORDINARY, intake: { ...PAYMENT, 'IN-04': ['identity_verification'], 'IN-06': ['identity_basic', 'id_number', 'contact'] }, then: 'notice_issued' },
  { name: '天津海河培训咨询有限公司', nameAlt: 'Tianjin Haihe Training Consultancy Co., Ltd.', service: '客服话术培训', contact: '范文', domain: 'haihe.example', address: '天津市和平区海河路2号', began: 300, until: 'active', answers: {}, intake: T4 },
  { name: '青岛碧波云客服软件有限公司', nameAlt: 'Qingdao Bibo Service Desk Software Co., Ltd.', service: '在线客服软件', contact: '宋波', domain: 'bibo.example', address: '青岛市崂山区碧波路8号', began: 55, until: 'half_signed', answers: ORDINARY, intake: T2 },
  { name: '厦门鹭岛短链科技有限公司', nameAlt: 'Xiamen Ludao Link Technology Co., Ltd.', service: '营销短链与统计', contact: '许鹭', domain: 'ludao.example', address: '厦门市思明区鹭岛路1号', began: 50, until: 'decided', answers: REFUSES_LOGS, intake: { ...T2, 'IN-04': ['marketing_with_consent'] } },
  { name: '西安长安征信数据有限公司', nameAlt: "Xi'an Chang'an Credit Data Co., Ltd.", service: '外部征信数据查询', contact: '白雪', domain: 'changan.example', address: '西安市高新区长安道3号', began: 45, until: 'sent', answers: ORDINARY, intake: { ...T2, 'IN-04': ['risk_control'] } },
  { name: '宁波甬江仓储有限公司', nameAlt: 'Ningbo Yongjiang Warehousing Co., Ltd.', service: '退货仓储', contact: '毛勇', domain: 'yongjiang.example', address: '宁波市北仑区甬江路6号', began: 340, until: 'active', answers: ORDINARY, months: 12 },
  { name: '合肥量子安全测评有限公司', nameAlt: 'Hefei Quantum Security Testing Co., Ltd.', service: '渗透测试', contact: '吴量', domain: 'quantumsec.example', address: '合肥市蜀山区量子路2号', began: 35, until: 'decided', answers: {}, intake: T4 },
  { name: '长沙星火外呼科技有限公司', nameAlt: 'Changsha Xinghuo Outbound Technology Co., Ltd.', service: '智能外呼', contact: '彭星', domain: 'xinghuo.example', address: '长沙市岳麓区星火路5号', began: 20, until: 'reviewing', answers: SHARED_ACCOUNTS, intake: T2 },
  { name: '郑州中原法律服务有限公司', nameAlt: 'Zhengzhou Zhongyuan Legal Services Co., Ltd.', service: '诉讼文书送达', contact: '郑原', domain: 'zhongyuan.example', address: '郑州市金水区中原路9号', began: 48, until: 'decided', answers: SHARED_ACCOUNTS, intake: T2, leaves: 1 },
  { name: '大连远洋翻译有限公司', nameAlt: 'Dalian Ocean Translation Co., Ltd.', service: '合同翻译', contact: '于洋', domain: 'ocean.example', address: '大连市中山区远洋街7号', began: 16, until: 'invited', intake: T4 },
  { name: '福州榕城问卷调研有限公司', nameAlt: 'Fuzhou Rongcheng Survey Research Co., Ltd.', service: '客户满意度调研', contact: '林榕', domain: 'rongcheng.example', address: '福州市鼓楼区榕城路3号', began: 6, until: 'intake', intake: { ...T4, 'IN-07': 6_000 } },
  { name: '昆明春城活动策划有限公司', nameAlt: 'Kunming Chuncheng Events Co., Ltd.', service: '会员活动执行', contact: '段春', domain: 'chuncheng.example', address: '昆明市盘龙区春城路1号', began: 3, until: 'draft' },
  { name: '哈尔滨冰城云影像有限公司', nameAlt: 'Harbin Bingcheng Cloud Imaging Co., Ltd.', service: '证件影像存储', contact: '冯冰', domain: 'bingcheng.example', address: '哈尔滨市南岗区冰城路2号', began: 130, until: 'active', answers: ORDINARY, intake: { ...T2, 'IN-09': 'vendor_hosted_copy' }, then: 'suspected' },
  { name: '济南泉城客户关怀有限公司', nameAlt: 'Jinan Quancheng Customer Care Co., Ltd.', service: '生日关怀礼品', contact: '孔泉', domain: 'quancheng.example', address: '济南市历下区泉城路8号', began: 70, until: 'intake', intake: T4, then: 'withdrawn' },
]

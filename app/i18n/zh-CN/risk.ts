export default {
  title: '风险',
  lede: '{{vendors}}，D、E档{{heavy}}家；{{findings}}；{{audits}}。',
  vendors_other: '持有客户信息的供应商{{count}}家',
  findingsOpen_other: '未关闭问题{{count}}项',
  auditsOverdue_other: '逾期审计{{count}}项',
  csv: '导出CSV',
  matrix: { title: '固有等级与当前剩余风险', aside: '状态为合作中、已暂停、终止中的供应商', tier: '等级', all: '合计', cell: '{{count}}家供应商，等级{{tier}}，{{band}}档', pattern: '纹理越密，风险越高：' },
  findings: { title: '未关闭问题的时长', aside: '共{{open}}项，超过90天{{old}}项', severity: '严重程度' },
  age: { d30: '0–30天', d60: '31–60天', d90: '61–90天', older: '超过90天' },
  audits: { title: '逾期审计', vendor: '供应商', audit: '审计', tier: '等级', due: '截止', over: '逾期', cap: '法定期限', clause: '条款', none: '没有逾期的审计。' },
  file: { section: '部分', row: '行', column: '列', value: '数值' },
}

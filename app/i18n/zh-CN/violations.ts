export default {
  title: '违规案件',
  part: {
    platform_tokens: '平台令牌已撤销',
    all_accounts: '全部账号已撤销',
    customers_identified: '受影响客户已确定',
    customers_informed: '受影响客户已告知',
  },
  suspension: {
    automatic: '分诊前自动暂停供给。',
    proposed: '分诊时建议暂停供给。',
    none: '不暂停供给。',
  },
  ban: {
    blocked: '该主体在禁入期内，期满后可重新提交需求。',
    review: '实际控制人或关联方在禁入期内，须人工复核。',
    clear: '未发现禁入记录。',
  },
}

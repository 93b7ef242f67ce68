export default {
  title: '供应商',
  status: {
    draft: '草稿',
    intake: '需求登记',
    assessing: '尽调中',
    review: '评审中',
    approved: '已批准',
    conditional: '附条件批准',
    rejected: '已拒绝',
    contracting: '签约中',
    active: '合作中',
    suspended: '已暂停',
    terminating: '终止中',
    terminated: '已终止',
    banned: '禁入',
    withdrawn: '已撤回',
  },
  refused: {
    wrong_status: '供应商当前为“$t(vendors.status.{{status}})”，不能执行这一步。',
  },
}

export default {
  required: '请填写此项。',
  too_short: '至少 {{min}} 个字。',
  too_long: '最多 {{max}} 个字，请删减。',
  too_small: '不能小于 {{min}}。',
  too_large: '不能大于 {{max}}。',
  number: '请输入数字。',
  whole_number: '请输入整数。',
  date: '没有这一天。请按 2026-11-24 的格式填写。',
  email: '邮箱格式不对。示例：li.na@company.cn',
  choice: '请从选项中选择。',
  end_before_start: '结束日期须晚于开始日期。',
  check: '请检查标出的项目。已填写的内容都还在。',
} as const

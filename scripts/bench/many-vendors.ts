import type { Sql } from 'postgres'
import type { Member } from '#app/domain/identity/actor.ts'

const ZH = {
  place: ['北京', '上海', '深圳', '广州', '杭州', '南京', '成都', '武汉', '苏州', '天津', '厦门', '长沙', '西安', '青岛', '大连', '合肥', '郑州'],
  first: ['云帆', '星河', '锐捷', '恒信', '众联', '博远', '智汇', '安达', '明德', '华盛', '启元', '瑞丰', '天翼', '鼎新', '国泰', '海纳', '卓越', '金桥', '新锐', '蓝鲸', '东方', '远景', '融通'],
  second: ['数智', '信科', '互联', '通达', '创想', '优服', '慧达', '盛世', '方舟', '凌云', '同舟', '北辰', '正和', '立信', '捷运', '聚合', '万象', '百川', '中诚', '汇智', '广联', '维度', '天衡', '合创', '致远', '思源', '力行', '弘毅', '格物'],
  trade: ['信息技术', '呼叫中心服务外包', '数据服务', '云计算', '物流', '催收咨询', '短信通道', '软件开发', '印刷寄递', '市场调研', '信用管理'],
}
const EN = {
  first: ['Yunfan', 'Starbridge', 'Northgate', 'Hengxin', 'Bluewhale', 'Meridian', 'Harbour', 'Kestrel', 'Lantern', 'Summit', 'Evergreen', 'Redwood', 'Falcon', 'Beacon', 'Cobalt', 'Juniper', 'Orchid', 'Pacific', 'Quartz', 'Silverline', 'Tidewater', 'Vantage', 'Willow'],
  second: ['Data', 'Logistics', 'Contact', 'Cloud', 'Systems', 'Analytics', 'Messaging', 'Print', 'Research', 'Credit', 'Recovery', 'Software', 'Networks', 'Digital', 'Security', 'Payments', 'Identity', 'Storage', 'Survey', 'Media', 'Staffing', 'Consulting', 'Archive', 'Telecom', 'Fulfilment', 'Mobility', 'Insights', 'Automation', 'Partners'],
}

/** A substring that about one vendor in 667 has, in each script; and one that is common. */
export const RARE = { zh: '云帆数智', en: 'Starbridge Logistics' }
export const COMMON_ZH = '数据'

const pick = (words: string[], number: string) => `(array[${words.map((word) => `'${word}'`).join(', ')}])[1 + (${number})::int % ${words.length}]`

/** Vendors number `from` to `to` in all statuses, tiers and bands; every third has no name in the other language. Same numbers, same vendors. */
export async function fillVendors(owner: Sql, { orgId, userId }: Member, { from, to }: { from: number; to: number }) {
  await owner.unsafe(
    `insert into vendors (org_id, id, ref, name, name_alt, reg_no, country, status, tier, residual_h, residual_live_h, band_live, owner_id, created_at, updated_at)
    select $1, gen_random_uuid(), 'V-' || lpad(g::text, 6, '0'),
      ${pick(ZH.place, 'g')} || ${pick(ZH.first, 'g')} || ${pick(ZH.second, 'g / 23')} || ${pick(ZH.trade, 'g / 7')} || '有限公司',
      case when g % 3 > 0 then ${pick(EN.first, 'g')} || ' ' || ${pick(EN.second, 'g / 23')} || ' Co., Ltd.' end,
      '9131' || lpad(g::text, 14, '0'), case when g % 9 = 0 then 'SG' else 'CN' end,
      ${pick(['active', 'active', 'active', 'assessing', 'review', 'approved', 'contracting', 'suspended', 'terminated', 'draft'], 'g / 3')},
      ${pick(['T1', 'T2', 'T3', 'T4'], 'g / 5')}, r, r, case when r < 400 then 'A' when r < 900 then 'B' when r < 1600 then 'C' when r < 2500 then 'D' else 'E' end,
      $2, now() - make_interval(days => 400), now() - make_interval(mins => g % 500000)
    from (select g, (g::bigint * 7919 % 3600)::int as r from generate_series($3::int, $4::int) g) made`,
    [orgId, userId, from, to],
  )
  await owner.unsafe('vacuum analyze vendors')
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { date, dateTime, distance, duration, fileSize, list, number, percent, residual, signedResidual, time } from './format.ts'
import { translator } from './index.ts'

const en = translator('en')
const zh = translator('zh-CN')

test.each([
  ['day', 'Wed 21 Oct', '10月21日 周三'],
  ['short', '21 Oct', '10月21日'],
  ['year', '21 Oct 2026', '2026年10月21日'],
  ['full', 'Wed 21 Oct 2026', '2026年10月21日 周三'],
  ['long', 'Wednesday 21 October 2026', '2026年10月21日 星期三'],
] as const)('a date in style %s reads %s and %s', (style, english, chinese) => {
  expect([date('2026-10-21', 'en', style), date('2026-10-21', 'zh-CN', style)]).toEqual([english, chinese])
})

test('September has three letters, like every other month', () => {
  expect(date('2026-09-30', 'en', 'short')).toBe('30 Sep')
})

test('an instant is told in the zone it is asked for, with 24 hours', () => {
  const at = new Date('2026-11-24T16:05:00Z')
  expect(dateTime(at, 'en', 'Asia/Shanghai')).toBe('Wed 25 Nov 2026, 00:05')
  expect(dateTime(at, 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月25日 周三 00:05')
  expect(time(at, 'en', 'America/New_York')).toBe('11:05')
})

test.each([
  [-34, '34 days over', '逾期34天'],
  [-1, '1 day over', '逾期1天'],
  [0, 'today', '今天'],
  [1, 'tomorrow', '明天'],
  [2, 'in 2 days', '2天后'],
])('%i days from today is "%s" and "%s"', (days, english, chinese) => {
  expect([distance(days, en), distance(days, zh)]).toEqual([english, chinese])
})

test.each([
  [0, '0 min', '0分钟'],
  [348.9, '5 h 48 min', '5小时48分'],
  [120, '2 h', '2小时'],
  [2879, '47 h 59 min', '47小时59分'],
  [2880, '2 days', '2天'],
])('%d minutes are "%s" and "%s"', (minutes, english, chinese) => {
  expect([duration(minutes, en), duration(minutes, zh)]).toEqual([english, chinese])
})

test('figures keep two decimals and their sign', () => {
  expect([percent(7840, 'en'), percent(10000, 'zh-CN'), residual(3702), residual(0)]).toEqual(['78.40%', '100.00%', '37.02', '0.00'])
  expect([signedResidual(500), signedResidual(-4798)]).toEqual(['+ 5.00', '− 47.98'])
  expect([number(1_240_000, 'en'), number(1_240_000, 'zh-CN')]).toEqual(['1,240,000', '1,240,000'])
  expect([fileSize(2_400_000, 'en'), fileSize(732, 'en'), fileSize(999, 'zh-CN')]).toEqual(['2.4 MB', '732 bytes', '999 B'])
  expect([list(['A', 'B', 'C'], 'en'), list(['广州', '佛山'], 'zh-CN')]).toEqual(['A, B and C', '广州和佛山'])
})

test('a residual read back is the residual', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => Math.round(Number(residual(hundredths)) * 100) === hundredths))
})
